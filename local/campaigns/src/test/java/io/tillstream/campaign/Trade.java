package io.tillstream.campaign;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes up rows: invoices of customers and guests, most of a few lines and some of many hundreds, whose lines are
 * spread over time among those of all others. Every line has an identity of its own.
 */
final class Trade implements Rows {

    private static final int OPEN_INVOICES = 60;
    private static final List<String> CODES =
            List.of("85123A", "22633", "BANK CHARGES", "gift_0001_20", "m", "A#1", "50%", "POST");

    private final SplittableRandom random;
    private final AtomicLong lines = new AtomicLong();
    private final List<Invoice> open = new ArrayList<>();
    private int invoices;

    Trade(long seed) {
        this.random = new SplittableRandom(seed);
    }

    @Override
    public synchronized List<Line> next(int count) {
        return Stream.generate(this::next).limit(count).toList();
    }

    @Override
    public synchronized List<Line> together(int count) {
        Invoice invoice = invoiceOf(count);
        return Stream.generate(() -> invoice.line(random.split())).limit(count).toList();
    }

    private Line next() {
        while (open.size() < OPEN_INVOICES) {
            open.add(invoiceOf(random.nextInt(200) == 0 ? random.nextInt(200, 1_200) : random.nextInt(1, 40)));
        }
        int chosen = random.nextInt(open.size());
        Invoice invoice = open.get(chosen);
        Line line = invoice.line(random.split());
        if (invoice.rest == 0) {
            open.remove(chosen);
        }
        return line;
    }

    private Invoice invoiceOf(int size) {
        String number = (switch (random.nextInt(20)) {
                    case 0 -> "C";
                    case 1 -> "A";
                    default -> "";
                })
                + (500_000 + invoices++);
        String date = "2011-%02d-%02dT%02d:%02d:00"
                .formatted(random.nextInt(1, 13), random.nextInt(1, 29), random.nextInt(6, 21), random.nextInt(60));
        String customer = random.nextInt(4) == 0 ? null : Integer.toString(random.nextInt(12_346, 12_846));
        return new Invoice(number, date, customer, size);
    }

    private final class Invoice {
        private final String number;
        private final String date;
        private final @Nullable String customer;
        private int rest;

        private Invoice(String number, String date, @Nullable String customer, int size) {
            this.number = number;
            this.date = date;
            this.customer = customer;
            this.rest = size;
        }

        private Line line(SplittableRandom dice) {
            rest--;
            String code = dice.nextInt(10) == 0
                    ? CODES.get(dice.nextInt(CODES.size()))
                    : Integer.toString(dice.nextInt(20_000, 24_000));
            return new Line(
                    new Line.Key(number, code, "L" + lines.incrementAndGet()),
                    dice.nextInt(8) == 0 ? null : "CAFÉ \"SET\" Nº " + dice.nextInt(1_000),
                    dice.nextInt(-12, 200),
                    date,
                    BigDecimal.valueOf(dice.nextInt(-50, 50_000), dice.nextInt(2, 5)),
                    customer,
                    "United Kingdom",
                    dice.nextBoolean() ? "shop-" + dice.nextInt(8) : null);
        }
    }
}
