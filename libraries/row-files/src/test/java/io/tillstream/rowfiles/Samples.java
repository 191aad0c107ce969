package io.tillstream.rowfiles;

import io.tillstream.model.TransactionLine;
import io.tillstream.model.identity.LineIdentity;
import io.tillstream.model.identity.TransactionHashing;
import io.tillstream.model.row.RawValue;
import io.tillstream.model.row.RowResult;
import io.tillstream.model.row.RowSettings;
import io.tillstream.model.row.RowValidator;
import io.tillstream.model.row.TransactionValidator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Files to read, and what a reader makes of them. */
final class Samples {

    static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\r\n";

    static final String CSV = HEADER
            + "536365,85123A, WHITE HEART ,6,12/1/2010 8:26,2.55,17850,United Kingdom\r\n"
            + "C536379,D,\"Discount, \"\"big\"\"\",-1,12/1/2010 9:41,27.5,14527,United Kingdom\r\n"
            + "536381,gift_0001_20,Voucher £20.00,1,12/1/2010 9:41,16.67,,EIRE\r\n";

    private Samples() {}

    static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path file, String text, Charset charset) {
        return write(file, text.getBytes(charset));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] bytes) {
        return written(out -> {
            try (OutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(bytes);
            }
        });
    }

    static byte[] zip(Map<String, byte[]> entries) {
        return written(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue());
                }
            }
        });
    }

    static byte[] workbook(Consumer<Workbook> content) {
        return written(out -> {
            try (Workbook workbook = new Workbook(out, "tests", "1.0")) {
                content.accept(workbook);
            }
        });
    }

    /** The rows of a file as lines, identified by their content; fails when one is not valid. */
    static List<TransactionLine> lines(Path file) throws IOException {
        return lines(file, ColumnNames.AS_WRITTEN);
    }

    static List<TransactionLine> lines(Path file, ColumnNames columns) throws IOException {
        LineIdentity identity = LineIdentity.ofContent(TransactionHashing.INSTANCE);
        RowValidator validator = new TransactionValidator(RowSettings.USUAL);
        List<TransactionLine> lines = new ArrayList<>();
        for (NumberedRow row : rows(file, columns)) {
            RowResult result = validator.validate(row.row(), row.number() - 1, identity, Instant.EPOCH);
            switch (result) {
                case RowResult.Accepted accepted -> lines.add((TransactionLine) accepted.line());
                case RowResult.Rejection rejection ->
                    throw new AssertionError("row " + row.number() + ": " + rejection.errors());
            }
        }
        return lines;
    }

    static List<NumberedRow> rows(Path file) throws IOException {
        return rows(file, ColumnNames.AS_WRITTEN);
    }

    private static List<NumberedRow> rows(Path file, ColumnNames columns) throws IOException {
        List<NumberedRow> rows = new ArrayList<>();
        try (RowFile opened = RowFile.open(file, null, columns)) {
            opened.read(rows::add);
        }
        return rows;
    }

    /** The rows of a file and where they stand, each in one text. */
    static List<String> texts(Path file) throws IOException {
        List<String> texts = new ArrayList<>();
        try (RowFile opened = RowFile.open(file)) {
            opened.read(row -> texts.add(text(row)));
        }
        return texts;
    }

    private static String text(NumberedRow row) {
        StringBuilder text = new StringBuilder(row.number() + " " + row.line() + " " + row.sheet());
        for (int i = 0; i < row.row().size(); i++) {
            text.append('|').append(row.row().name(i)).append('=');
            text.append(
                    switch (row.row().value(i)) {
                        case RawValue.Text value -> value.value();
                        case RawValue.Numeral number -> number.asWritten();
                        case RawValue.Other other -> other.name();
                    });
        }
        return text + row.row().fault().map(fault -> " " + fault).orElse("");
    }

    /** Text of many rows that are all different. */
    static String many(int rows) {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < rows; i++) {
            text.append("%d,%05d,ARTICLE %d,%d,%d/%d/2011 %d:%02d,%d.%02d,%d,United Kingdom\r\n"
                    .formatted(
                            536365 + i / 3,
                            85000 + i * 7 % 999,
                            i * 31 % 211,
                            1 + i % 24,
                            1 + i % 12,
                            1 + i % 28,
                            8 + i % 10,
                            i % 60,
                            i % 9,
                            i * 13 % 100,
                            12346 + i * 17 % 4000));
        }
        return text.toString();
    }

    /** The same rows as a sheet. */
    static byte[] manyAsWorkbook(int rows) {
        String[] lines = many(rows).strip().split("\r\n", -1);
        return workbook(book -> {
            Worksheet sheet = book.newWorksheet("Rows");
            for (int row = 0; row < lines.length; row++) {
                String[] values = lines[row].split(",", -1);
                for (int column = 0; column < values.length; column++) {
                    if (row > 0 && (column == 3 || column == 5)) {
                        sheet.value(row, column, new BigDecimal(values[column]));
                    } else {
                        sheet.value(row, column, values[column]);
                    }
                }
            }
        });
    }

    static String description(Path file) throws IOException {
        try (RowFile opened = RowFile.open(file)) {
            return opened.description();
        }
    }

    static byte[] written(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writing.to(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    interface Writing {
        void to(OutputStream out) throws IOException;
    }
}
