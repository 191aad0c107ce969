package io.tillstream.producer.generate;

import io.tillstream.producer.generate.CustomerPool.Customer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Consumer;

/**
 * Generated trade in the form of the Online Retail data set, with its quirks: a quarter of the rows without a customer,
 * returns on invoices that begin with C, adjustments on such that begin with A, rows that occur twice in every column,
 * stock codes with blanks and in lower case, prices of nothing and below, write-offs without a description, invoices of
 * one line and of a thousand.
 *
 * <p>The same seed, days and number of rows give the same rows, on every JDK. Invoices come in the order of time.
 */
public final class SyntheticTrade {

    private static final int FIRST_INVOICE = 536_365;
    private static final int MOST_LINES = 1_090;
    private static final int ROWS_AN_ADJUSTMENT = 180_000;
    private static final int ROWS_WITH_ADJUSTMENT = 500;
    private static final int[] PACKS = {
        1, 1, 1, 2, 2, 3, 4, 4, 6, 6, 8, 10, 12, 12, 12, 16, 20, 24, 24, 25, 36, 48, 72, 96
    };

    private final Dice dice;
    private final Catalogue catalogue;
    private final CustomerPool customers;
    private final TradeCalendar calendar;

    private Consumer<TradeRow> out = row -> {};
    private long rows;
    private long written;
    private long nextAdjustment;
    private int invoice = FIRST_INVOICE;

    /** Trade over so many days from the first on. */
    public SyntheticTrade(long seed, LocalDate firstDay, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("Trade takes at least a day");
        }
        this.dice = new Dice(seed);
        this.catalogue = new Catalogue(dice);
        this.customers = new CustomerPool(dice);
        this.calendar = new TradeCalendar(firstDay, days);
    }

    /** Hands over so many rows. To be called once. */
    public void generate(long count, Consumer<TradeRow> consumer) {
        out = consumer;
        rows = count;
        nextAdjustment = count < ROWS_WITH_ADJUSTMENT ? count : Math.min(count, ROWS_AN_ADJUSTMENT) * 7 / 10;
        while (written < rows) {
            nextInvoice(calendar.timeAt((double) written / rows));
        }
    }

    private void nextInvoice(LocalDateTime time) {
        invoice += dice.chance(0.1) ? 2 : 1;
        double kind = dice.share();
        if (written >= nextAdjustment) {
            adjustment(time);
        } else if (kind < 0.10) {
            stockTaking(time);
        } else if (kind < 0.25) {
            cancellation(time);
        } else {
            sale(time);
        }
    }

    /** Bad debt, booked or written off: the only prices below nothing. */
    private void adjustment(LocalDateTime time) {
        nextAdjustment += ROWS_AN_ADJUSTMENT;
        long mills = (dice.chance(0.5) ? 10L : -10L) * (100_000 + dice.below(1_000_000));
        write("A", Catalogue.BAD_DEBT.priced(mills), 1, time, customers.guest());
    }

    /** Goods found or missing: a single line without a price, mostly without a word. */
    private void stockTaking(LocalDateTime time) {
        boolean lost = dice.chance(0.53);
        String why = dice.chance(0.58) ? "" : lost ? "damaged" : "found";
        Article article = new Article(catalogue.article().stockCode(), why, 0);
        int quantity = 1 + dice.skewed(300, 2);
        write("", article, lost ? -quantity : quantity, time, new Customer(0, CustomerPool.HOME));
    }

    private void cancellation(LocalDateTime time) {
        Customer customer = dice.chance(0.05) ? customers.guest() : customers.customer();
        int lines = dice.chance(0.6) ? 1 : 2 + dice.skewed(7, 2);
        for (int i = 0; i < lines; i++) {
            boolean isRefund = dice.chance(0.03);
            Article article = isRefund ? catalogue.refund() : catalogue.article();
            write("C", article, isRefund ? -1 : -quantity(customer), time, customer);
        }
    }

    private void sale(LocalDateTime time) {
        boolean isGuest = dice.chance(0.145);
        Customer customer = isGuest ? customers.guest() : customers.customer();
        int lines = saleLines(isGuest);
        boolean runsOver = dice.chance(0.002);
        for (int i = 0; i < lines; i++) {
            Article article = dice.chance(0.002) ? catalogue.booking() : catalogue.article();
            LocalDateTime at = runsOver && i > lines / 2 ? time.plusMinutes(1) : time;
            TradeRow row = write("", atPriceFor(customer, article), quantity(customer), at, customer);
            if (dice.chance(0.005)) {
                write(row);
            }
        }
        addPostage(customer, time);
    }

    private void addPostage(Customer customer, LocalDateTime time) {
        if (customer.isGuest() && dice.chance(0.2)) {
            long mills = 10L * (500 + dice.skewed(100_000, 3));
            write("", Catalogue.WEB_POSTAGE.priced(mills), 1, time, customer);
        } else if (customer.isAbroad() && dice.chance(0.6)) {
            write("", Catalogue.POSTAGE, 1 + dice.below(3), time, customer);
        }
        if (customer.isGuest() && dice.chance(0.012)) {
            write("", catalogue.voucher(), 1, time, customer);
        }
    }

    private int saleLines(boolean isGuest) {
        if (dice.chance(0.1)) {
            return 1;
        }
        if (dice.chance(0.004)) {
            return MOST_LINES - dice.skewed(MOST_LINES - 200, 1);
        }
        int lines = 2 + dice.skewed(80, 2);
        return isGuest ? lines * 2 : lines;
    }

    private int quantity(Customer customer) {
        if (customer.isGuest()) {
            return 1 + dice.skewed(8, 3);
        }
        return dice.chance(0.0005) ? 1_000 + dice.skewed(80_000, 8) : PACKS[dice.skewed(PACKS.length, 2)];
    }

    /** Guests pay what the web shop asks: more, and odd pennies. A few things are given away. */
    private Article atPriceFor(Customer customer, Article article) {
        if (dice.chance(0.0001)) {
            return article.priced(0);
        }
        return customer.isGuest() ? article.priced(article.priceMills() * 163 / 1_000 * 10) : article;
    }

    private TradeRow write(String prefix, Article article, int quantity, LocalDateTime time, Customer customer) {
        TradeRow row = new TradeRow(
                prefix + invoice,
                article.stockCode(),
                article.description(),
                quantity,
                time,
                article.priceMills(),
                customer.id(),
                customer.country());
        write(row);
        return row;
    }

    private void write(TradeRow row) {
        if (written < rows) {
            written++;
            out.accept(row);
        }
    }
}
