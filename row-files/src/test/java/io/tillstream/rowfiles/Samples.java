package io.tillstream.rowfiles;

import io.tillstream.model.TransactionLine;
import io.tillstream.model.identity.LineIdentity;
import io.tillstream.model.row.RowResult;
import io.tillstream.model.row.RowValidator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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
        LineIdentity identity = LineIdentity.ofContent();
        RowValidator validator = new RowValidator();
        List<TransactionLine> lines = new ArrayList<>();
        for (NumberedRow row : rows(file)) {
            RowResult result = validator.validate(row.row(), row.number() - 1, identity, Instant.EPOCH);
            switch (result) {
                case RowResult.Accepted accepted -> lines.add(accepted.line());
                case RowResult.Rejection rejection ->
                    throw new AssertionError("row " + row.number() + ": " + rejection.errors());
            }
        }
        return lines;
    }

    static List<NumberedRow> rows(Path file) throws IOException {
        List<NumberedRow> rows = new ArrayList<>();
        try (RowFile opened = RowFile.open(file)) {
            opened.read(rows::add);
        }
        return rows;
    }

    static String description(Path file) throws IOException {
        try (RowFile opened = RowFile.open(file)) {
            return opened.description();
        }
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writing.to(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }
}
