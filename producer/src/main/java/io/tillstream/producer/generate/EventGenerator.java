package io.tillstream.producer.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;

/** Rows of shop events, as {@link SyntheticSessions} makes them, in one file or two. */
final class EventGenerator implements RowGenerator {

    private static final LocalDate START = LocalDate.of(2019, 10, 1);
    private static final int DAYS = 152;

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
        GeneratedFile items = wanted.items();
        checkForm("--out", wanted.out());
        if (items != null) {
            checkForm("--items", items);
        }
        SyntheticSessions sessions = new SyntheticSessions(wanted.seed(), wanted.start(), wanted.days());
        if (items != null) {
            ItemsCsv.write(items, sessions.products());
        }
        try (EventsCsv file = new EventsCsv(wanted.out(), items == null)) {
            sessions.generate(wanted.rows(), row -> write(file, row));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void checkForm(String option, GeneratedFile file) {
        if (!file.isText()) {
            throw new IllegalArgumentException(option + " takes a file named .csv or .csv.gz when rows are events");
        }
    }

    private static void write(EventsCsv file, EventRow row) {
        try {
            file.write(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
