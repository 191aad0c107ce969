package io.tillstream.producer.generate;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.LocalDate;

/** CSV of events as it is published: LF, times to the second with their zone, prices with two decimals. */
final class EventsCsv implements Closeable {

    private static final String BEFORE_ITEM = "event_time,event_type,product_id";
    private static final String AFTER_ITEM = ",price,user_id,user_session\n";

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_ROW = 512;
    private static final int SECONDS_A_DAY = 86_400;
    private static final int CENTS = 100;

    private final Writer out;
    private final boolean withItem;
    private final StringBuilder text = new StringBuilder(BUFFER + LONGEST_ROW);
    private long day = Long.MIN_VALUE;
    private String date = "";

    /** @param withItem whether a row says what is known of its product: category and brand */
    EventsCsv(GeneratedFile file, boolean withItem) throws IOException {
        this.withItem = withItem;
        this.out = new OutputStreamWriter(file.open(), file.encoding());
        text.append(BEFORE_ITEM)
                .append(withItem ? "," + ItemsCsv.OF_AN_ITEM : "")
                .append(AFTER_ITEM);
    }

    void write(EventRow row) throws IOException {
        ShopProduct product = row.product();
        time(row.second());
        text.append(',').append(row.type().text()).append(',').append(product.id());
        if (withItem) {
            ItemsCsv.append(text.append(','), product);
        }
        text.append(',').append(product.cents() / CENTS).append('.');
        twoDigits(product.cents() % CENTS);
        text.append(',').append(row.user()).append(',').append(row.session()).append('\n');
        if (text.length() > BUFFER) {
            flush();
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }

    private void flush() throws IOException {
        out.write(text.toString());
        text.setLength(0);
    }

    private void time(long second) {
        long today = Math.floorDiv(second, SECONDS_A_DAY);
        if (today != day) {
            day = today;
            date = LocalDate.ofEpochDay(today).toString();
        }
        int left = Math.floorMod(second, SECONDS_A_DAY);
        text.append(date).append(' ');
        twoDigits(left / 3_600);
        text.append(':');
        twoDigits(left / 60 % 60);
        text.append(':');
        twoDigits(left % 60);
        text.append(" UTC");
    }

    private void twoDigits(int number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
