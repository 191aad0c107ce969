package io.tillstream.rowfiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Parquet files by the writer that most of the world's are written by. */
final class ParquetSamples {

    static final String PLAIN = """
            required binary InvoiceNo (STRING); required binary StockCode (STRING);
            optional binary Description (STRING); required int32 Quantity;
            required int64 InvoiceDate (TIMESTAMP(MICROS,false)); required double UnitPrice;
            optional int64 CustomerID; required binary Country (STRING);""";

    private ParquetSamples() {}

    /** Rows of these columns that are all different. */
    static List<UnaryOperator<Group>> many(int rows) {
        List<UnaryOperator<Group>> many = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            int number = i;
            many.add(row -> row.append("InvoiceNo", "" + (536365 + number / 3))
                    .append("StockCode", "" + (85000 + number * 7 % 999))
                    .append("Description", "ARTICLE " + number * 31 % 211)
                    .append("Quantity", 1 + number % 24)
                    .append("InvoiceDate", 1_300_000_000_000_000L + number * 60_000_000L)
                    .append("UnitPrice", number * 13 % 100 / 4.0)
                    .append("CustomerID", 12346L + number * 17 % 4000)
                    .append("Country", "United Kingdom"));
        }
        return many;
    }

    static Path write(Path file, String columns, List<UnaryOperator<Group>> rows) {
        return write(file, columns, rows, writer -> writer);
    }

    static Path write(
            Path file,
            String columns,
            List<UnaryOperator<Group>> rows,
            UnaryOperator<ExampleParquetWriter.Builder> options) {
        MessageType schema = MessageTypeParser.parseMessageType("message rows {" + columns + "}");
        SimpleGroupFactory groups = new SimpleGroupFactory(schema);
        try (ParquetWriter<Group> writer = options.apply(ExampleParquetWriter.builder(new LocalOutputFile(file))
                        .withType(schema)
                        .withConf(new PlainParquetConfiguration())
                        .withCodecFactory(new SampleCodecs())
                        .withWriteMode(ParquetFileWriter.Mode.OVERWRITE))
                .build()) {
            for (UnaryOperator<Group> row : rows) {
                writer.write(row.apply(groups.newGroup()));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
