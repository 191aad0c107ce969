package io.tillstream.producer.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;

/** Rows of transactions, as {@link SyntheticTrade} makes them. */
final class TradeGenerator implements RowGenerator {

    private static final LocalDate START = LocalDate.of(2024, 12, 1);
    private static final int DAYS = 374;

    @Override
    public LocalDate usualStart() {
        return START;
    }

    @Override
    public int usualDays() {
        return DAYS;
    }

    @Override
    public void write(Generation wanted) throws IOException {
        check(wanted);
        try (RowsOut file = open(wanted.out())) {
            new SyntheticTrade(wanted.seed(), wanted.start(), wanted.days())
                    .generate(wanted.rows(), row -> write(file, row));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void check(Generation wanted) {
        if (wanted.items() != null) {
            throw new IllegalArgumentException("--items goes with --feed events; transactions are one file");
        }
        if (!wanted.out().isText() && !wanted.out().isWorkbook()) {
            throw new IllegalArgumentException("--out takes a file named .csv, .csv.gz or .xlsx");
        }
        if (wanted.out().isWorkbook() && wanted.rows() > XlsxOut.MOST_ROWS) {
            throw new IllegalArgumentException(
                    "A workbook has at most " + XlsxOut.MOST_ROWS + " rows; write .csv or .csv.gz");
        }
    }

    private static RowsOut open(GeneratedFile file) throws IOException {
        return file.isWorkbook() ? new XlsxOut(file.open()) : new CsvOut(file.open(), file.encoding());
    }

    private static void write(RowsOut file, TradeRow row) {
        try {
            file.write(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
