package io.tillstream.rowfiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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

    private ParquetSamples() {}

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
