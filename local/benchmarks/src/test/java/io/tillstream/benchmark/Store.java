package io.tillstream.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A shop that sends small arrays by the clock. The rows of an array are one invoice's, but the last, which is an
 * invoice of its own: it can be looked up when, and only when, that very row is stored.
 */
final class Store {

    private static final int GUEST_INVOICES = 4;

    private final URI ingest;
    private final Trade trade;
    private final int number;
    private final Effects effects;
    private final Random random = new Random();
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    Store(URI ingest, Trade trade, int number, Effects effects) {
        this.ingest = ingest;
        this.trade = trade;
        this.number = number;
        this.effects = effects;
    }

    void send(long begin, long end) {
        try (Connection connection = new Connection(ingest)) {
            for (int n = 0; begin + trade.dueAfter(number, n) < end; n++) {
                long due = begin + trade.dueAfter(number, n);
                byte[] request = request(invoice(n));
                sleepUntil(due);
                int status = connection.exchange(request);
                if (status != 202) {
                    throw new IllegalStateException("A request was answered with " + status);
                }
                if (trade.isSampled(number, n)) {
                    effects.follow(last(invoice(n)), due, System.nanoTime());
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String invoice(int n) {
        return run + "-" + number + "-" + n;
    }

    private static String last(String invoice) {
        return invoice + "-last";
    }

    private static void sleepUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private byte[] request(String invoice) {
        int customer = random.nextInt(GUEST_INVOICES) == 0 ? 0 : random.nextInt(12_346, 18_288);
        String rows = IntStream.range(0, trade.rowsPerRequest())
                .mapToObj(i -> row(i == trade.rowsPerRequest() - 1 ? last(invoice) : invoice, customer))
                .collect(Collectors.joining(",", "[", "]"));
        return ("POST /transactions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + rows.length() + "\r\n\r\n" + rows)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private String row(String invoice, int customer) {
        return """
                {"InvoiceNo":"%s","StockCode":"%05d","Description":"WHITE HANGING HEART T-LIGHT HOLDER","Quantity":%d,\
                "InvoiceDate":"12/1/2010 8:26","UnitPrice":2.55,"CustomerID":"%s","Country":"United Kingdom"}""".formatted(
                        invoice,
                        random.nextInt(100_000),
                        random.nextInt(1, 48),
                        customer == 0 ? "" : Integer.toString(customer));
    }
}
