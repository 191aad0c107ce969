package io.tillstream.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.ingest.publish.PublishResult.Stored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Shops that publish rows of their own invoices, each one request after the other, and repeat a request until it is
 * stored. Invoices go on from request to request.
 */
final class Shops {

    private static final int INVOICES = 7;
    private static final String REST = " ".repeat(250);

    final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    final AtomicInteger unavailable = new AtomicInteger();

    private final LinePublisher publisher;
    private final int shops;
    private final int rows;

    Shops(LinePublisher publisher, int shops, int rows) {
        this.publisher = publisher;
        this.shops = shops;
        this.rows = rows;
    }

    /** Publishes so many requests of every shop. */
    void publish(int requests) {
        start(published -> published < requests).join();
    }

    /** Publishes requests of every shop as long as their number may still grow. */
    CompletableFuture<Void> start(IntPredicate more) {
        return CompletableFuture.allOf(IntStream.range(0, shops)
                .mapToObj(shop -> CompletableFuture.runAsync(() -> trade(shop, more), Thread::startVirtualThread))
                .toArray(CompletableFuture[]::new));
    }

    /** That exactly what was acknowledged is in the stream, and the rows of an invoice in their order. */
    void assertWhole(List<List<String>> shards) {
        Set<String> readable = new LinkedHashSet<>();
        shards.forEach(readable::addAll);
        assertThat(readable).isEqualTo(acknowledged);
    }

    /** That the rows of each invoice are in one shard and in their order; repetitions aside. */
    static void assertInOrder(List<List<String>> shards) {
        Map<String, Integer> homes = new HashMap<>();
        for (int shard = 0; shard < shards.size(); shard++) {
            Map<String, Integer> last = new HashMap<>();
            for (String row : new LinkedHashSet<>(shards.get(shard))) {
                String invoice = row.substring(0, row.indexOf('#'));
                int number =
                        Integer.parseInt(row.substring(row.indexOf('#') + 1).trim());
                assertThat(homes.merge(invoice, shard, Math::max)).isEqualTo(shard);
                assertThat(number).isEqualTo(last.merge(invoice, 0, (before, start) -> before + 1));
            }
        }
    }

    private void trade(int shop, IntPredicate more) {
        int[] numbers = new int[INVOICES];
        for (int request = 0; more.test(request); request++) {
            List<EncodedLine> lines = new ArrayList<>();
            List<String> texts = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                int invoice = (request + row) % INVOICES;
                String key = shop + "-" + invoice;
                String text = key + "#" + numbers[invoice]++ + REST;
                texts.add(text);
                lines.add(Lines.line(key, text));
            }
            while (!(publisher.publish(lines) instanceof Stored)) {
                unavailable.incrementAndGet();
            }
            acknowledged.addAll(texts);
        }
    }
}
