package io.tillstream.rowfiles;

import static io.tillstream.rowfiles.Samples.CSV;
import static io.tillstream.rowfiles.Samples.lines;
import static io.tillstream.rowfiles.Samples.rows;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.model.TransactionLine;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParquetFilesTests {

    private static final String PLAIN = ParquetSamples.PLAIN;

    private static final List<UnaryOperator<Group>> ROWS = List.of(
            row -> plain(row, "536365", "85123A", " WHITE HEART ", 6, "2010-12-01T08:26", 2.55)
                    .append("CustomerID", 17850L)
                    .append("Country", "United Kingdom"),
            row -> plain(row, "C536379", "D", "Discount, \"big\"", -1, "2010-12-01T09:41", 27.5)
                    .append("CustomerID", 14527L)
                    .append("Country", "United Kingdom"),
            row -> plain(row, "536381", "gift_0001_20", "Voucher £20.00", 1, "2010-12-01T09:41", 16.67)
                    .append("Country", "EIRE"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "UNCOMPRESSED, PARQUET_1_0",
        "GZIP, PARQUET_1_0",
        "ZSTD, PARQUET_1_0",
        "SNAPPY, PARQUET_1_0",
        "SNAPPY, PARQUET_2_0",
        "ZSTD, PARQUET_2_0",
        "LZ4_RAW, PARQUET_2_0",
    })
    void readsTheSameLinesAsFromText(CompressionCodecName codec, WriterVersion version) throws IOException {
        Path file = ParquetSamples.write(
                folder.resolve("rows"),
                PLAIN,
                ROWS,
                options -> options.withCompressionCodec(codec).withWriterVersion(version));
        assertThat(lines(file)).isEqualTo(expected());
        assertThat(Samples.description(file))
                .isEqualTo("Parquet, compression " + codec.name().toLowerCase(Locale.ROOT));
        try (RowFile opened = RowFile.open(file)) {
            assertThat(opened.estimatedRows()).hasValue(3);
        }
    }

    @Test
    void readsColumnsOfOtherTypesAndNames() throws IOException {
        String columns = """
            required int64 Invoice (INTEGER(64,false)); required binary StockCode;
            optional binary Description (STRING); required double Quantity;
            required int96 InvoiceDate; required fixed_len_byte_array(9) Price (DECIMAL(20,4));
            optional double "Customer ID"; required binary Country (ENUM);\
            """.replace("\"Customer" + " ID\"", "customerId");
        ByteBuffer julian = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        julian.putLong((8 * 60 + 26) * 60_000_000_000L).putInt(2_455_532);
        Path file = ParquetSamples.write(
                folder.resolve("rows"),
                columns,
                List.of(row -> row.append("Invoice", 536365L)
                        .append("StockCode", "85123A")
                        .append("Description", "WHITE HEART")
                        .append("Quantity", 6.0)
                        .append("InvoiceDate", Binary.fromConstantByteArray(julian.array()))
                        .append("Price", Binary.fromConstantByteArray(fixed(9, 25_500)))
                        .append("customerId", 17850.0)
                        .append("Country", "United Kingdom")));
        assertThat(lines(file)).isEqualTo(expected().subList(0, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "required int32 Quantity|required int64 InvoiceDate (TIMESTAMP(MILLIS,true))|1000",
                "required int64 Quantity|required int64 InvoiceDate (TIMESTAMP(MICROS,true))|1000000",
                "required int32 Quantity (DECIMAL(9,2))|required int64 InvoiceDate (TIMESTAMP(NANOS,false))|1000000000",
                "required int64 Quantity (DECIMAL(9,2))|required int64 InvoiceDate (TIMESTAMP_MICROS)|1000000",
                "required float Quantity|required int32 InvoiceDate (DATE)|0",
            })
    void takesTheReadingOfTheClock(String quantity, String date, long perSecond) throws IOException {
        String columns = PLAIN.replace("required int32 Quantity", quantity)
                .replace("required int64 InvoiceDate (TIMESTAMP(MICROS,false))", date);
        LocalDateTime time = LocalDateTime.of(2010, 12, 1, perSecond == 0 ? 0 : 8, 0);
        Path file = ParquetSamples.write(folder.resolve("rows"), columns, List.of(row -> {
            row.append("InvoiceNo", "1")
                    .append("StockCode", "A")
                    .append("UnitPrice", 2.0)
                    .append("Country", "EIRE");
            if (perSecond == 0) {
                return row.append("InvoiceDate", (int) LocalDate.from(time).toEpochDay())
                        .append("Quantity", 3.0f);
            }
            row.append("InvoiceDate", time.toEpochSecond(ZoneOffset.UTC) * perSecond);
            int whole = quantity.contains("DECIMAL") ? 300 : 3;
            return quantity.contains("int32") ? row.append("Quantity", whole) : row.append("Quantity", (long) whole);
        }));
        TransactionLine line = lines(file).getFirst();
        assertThat(line.content().invoiceDate()).isEqualTo(time);
        assertThat(line.content().quantity()).isEqualTo(3);
    }

    @Test
    void takesWhatIsNoNumberForNothing() throws IOException {
        String columns = PLAIN.replace("optional int64 CustomerID", "required double CustomerID");
        Path file = ParquetSamples.write(
                folder.resolve("rows"),
                columns,
                List.of(row -> plain(row, "1", "A", "", 1, "2010-12-01T08:26", 1.0E7)
                        .append("CustomerID", Double.NaN)
                        .append("Country", "EIRE")));
        TransactionLine line = lines(file).getFirst();
        assertThat(line.customerId()).isEmpty();
        assertThat(line.content().unitPrice()).isEqualByComparingTo(new BigDecimal("10000000"));
    }

    @Test
    void writesNumbersWithAnExponentWhoseDigitsAFractionDoesNotKeep() throws IOException {
        String columns = PLAIN.replace("optional int64 CustomerID", "required double CustomerID");
        Path file = ParquetSamples.write(
                folder.resolve("rows"),
                columns,
                List.of(
                        row -> plain(row, "1", "A", "", 1, "2010-12-01T08:26", 1.0)
                                .append("CustomerID", 1.4875800051342385E18)
                                .append("Country", "EIRE"),
                        row -> plain(row, "2", "A", "", 1, "2010-12-01T08:26", 1.0)
                                .append("CustomerID", 999_999_999_999_999.0)
                                .append("Country", "EIRE")));
        assertThat(Samples.texts(file).getFirst()).contains("|CustomerID=1.4875800051342385E+18|");
        assertThat(Samples.texts(file).getLast()).contains("|CustomerID=999999999999999|");
    }

    @Test
    void readsManyPagesAndRowGroupsInOrder() throws IOException {
        Path file = many(20_000);
        List<NumberedRow> rows = rows(file);
        assertThat(rows).hasSize(20_000);
        assertThat(rows.getLast().number()).isEqualTo(20_000);
        assertThat(lines(file))
                .extracting(line -> line.content().quantity())
                .startsWith(0L, 1L)
                .endsWith(19_999L);
        List<NumberedRow> first = new ArrayList<>();
        try (RowFile opened = RowFile.open(file)) {
            opened.read(row -> first.add(row) && first.size() < 10);
        }
        assertThat(first).hasSize(10);
    }

    @Test
    void readsOneInAZip() throws IOException {
        byte[] bytes = Files.readAllBytes(ParquetSamples.write(folder.resolve("rows"), PLAIN, ROWS));
        Path zip = Samples.write(folder.resolve("rows.zip"), Samples.zip(Map.of("rows.parquet", bytes)));
        assertThat(lines(zip)).isEqualTo(expected());
    }

    @Test
    void saysWhatItDoesNotRead() {
        unreadable(
                PLAIN.replace("optional int64 CustomerID;", "optional group CustomerID { required int32 a; }"),
                "column 'CustomerID'",
                "nested");
        unreadable(PLAIN.replace("optional int64 CustomerID", "repeated int64 CustomerID"), "nested");
        unreadable(
                PLAIN.replace("optional int64 CustomerID", "optional fixed_len_byte_array(16) CustomerID (UUID)"),
                "type");
        unreadable(
                PLAIN.replace("optional int64 CustomerID", "optional int64 Till"),
                "schema",
                "not fields of a row: Till");
        unreadable(PLAIN.replace("required int32 Quantity;", ""), "lacks Quantity");
    }

    @Test
    void saysThatItIsCutOffOrDamaged() throws IOException {
        byte[] whole = Files.readAllBytes(many(2_000));
        Path file = folder.resolve("damaged");
        for (int length : new int[] {4, 11, whole.length / 2, whole.length - 1}) {
            assertDamaged(Samples.write(file, Arrays.copyOf(whole, length)));
        }
        Random random = new Random(7);
        for (int i = 0; i < 100; i++) {
            byte[] bytes = whole.clone();
            int from = random.nextInt(bytes.length - 4);
            random.ints(4).forEach(n -> bytes[from + (n & 3)] = (byte) (n >> 8));
            Samples.write(file, bytes);
            try {
                rows(file);
            } catch (UnreadableFileException expected) {
                assertThat(expected).hasMessageContaining(file.toString());
            }
        }
    }

    @Test
    void refusesAFileThatRepeatsAText() throws IOException {
        String text = "x".repeat(500_000);
        UnaryOperator<Group> row = group -> plain(group, "536365", "85123A", text, 6, "2010-12-01T08:26", 2.55)
                .append("Country", "United Kingdom");
        Path file = ParquetSamples.write(
                folder.resolve("rows"),
                PLAIN,
                Collections.nCopies(200, row),
                options -> options.withCompressionCodec(CompressionCodecName.ZSTD));
        assertThat(Files.size(file)).isLessThan(10_000);
        assertThatThrownBy(() -> rows(file))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("unpacks to more than 200 times its size");
    }

    private static void assertDamaged(Path file) {
        assertThatThrownBy(() -> rows(file)).isInstanceOf(UnreadableFileException.class);
    }

    private void unreadable(String columns, String... parts) {
        Path file = ParquetSamples.write(folder.resolve("rows"), columns, List.of());
        assertThatThrownBy(() -> rows(file))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContainingAll(parts);
    }

    private Path many(int count) {
        List<UnaryOperator<Group>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            rows.add(row -> plain(row, "" + number / 20, "A", null, number, "2010-12-01T08:26", number / 100.0)
                    .append("Country", "EIRE"));
        }
        return ParquetSamples.write(
                folder.resolve("many"),
                PLAIN,
                rows,
                options -> options.withRowGroupSize(50_000L)
                        .withPageSize(2_000)
                        .withPageRowCountLimit(500)
                        .withCompressionCodec(CompressionCodecName.SNAPPY));
    }

    private List<TransactionLine> expected() throws IOException {
        return lines(Samples.write(folder.resolve("rows.csv"), CSV, UTF_8));
    }

    private static Group plain(
            Group row,
            String invoice,
            String code,
            @Nullable String description,
            int quantity,
            String date,
            double price) {
        row.append("InvoiceNo", invoice).append("StockCode", code).append("Quantity", quantity);
        if (description != null) {
            row.append("Description", description);
        }
        long seconds = LocalDateTime.parse(date).toEpochSecond(ZoneOffset.UTC);
        return row.append("InvoiceDate", seconds * 1_000_000).append("UnitPrice", price);
    }

    private static byte[] fixed(int length, long value) {
        return ByteBuffer.allocate(length).putLong(length - Long.BYTES, value).array();
    }

    @Test
    void leavesTheIndexOfPandasOutAndTakesItsWordForNothing() throws IOException {
        Path file = ParquetSamples.write(
                folder.resolve("indexed"),
                PLAIN + " optional int64 __index_level_0__;",
                List.of(row -> plain(row, "536365", "85123A", "nan", 6, "2010-12-01T08:26", 2.55)
                        .append("Country", "EIRE")
                        .append("__index_level_0__", 0L)),
                options -> options);
        assertThat(lines(file).getFirst().description()).isEmpty();
        try (RowFile opened = RowFile.open(file)) {
            assertThat(opened.notes()).singleElement().asString().contains("__index_level_0__");
        }
    }
}
