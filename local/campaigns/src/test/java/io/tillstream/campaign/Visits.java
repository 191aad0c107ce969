package io.tillstream.campaign;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes up events: visits of a shop's pages, most of a few events and some of many hundreds, as robots make them; of
 * some of them the session is not known.
 */
final class Visits implements Rows {

    private static final int OPEN_VISITS = 60;
    private static final List<String> TYPES = List.of("view", "view", "view", "cart", "remove_from_cart", "purchase");
    private static final List<String> BRANDS = List.of("runail", "L'Oréal", "漢 \"7\\8\"", "irisk");

    private final SplittableRandom random;
    private final AtomicLong events = new AtomicLong();
    private final List<Visit> open = new ArrayList<>();
    private int visits;

    Visits(long seed) {
        this.random = new SplittableRandom(seed);
    }

    @Override
    public synchronized List<Event> next(int count) {
        return Stream.generate(this::next).limit(count).toList();
    }

    @Override
    public synchronized List<Event> together(int count) {
        Visit visit = visit(count);
        return Stream.generate(() -> visit.event(random.split())).limit(count).toList();
    }

    private Event next() {
        while (open.size() < OPEN_VISITS) {
            open.add(visit(random.nextInt(200) == 0 ? random.nextInt(200, 1_200) : random.nextInt(1, 40)));
        }
        int chosen = random.nextInt(open.size());
        Visit visit = open.get(chosen);
        Event event = visit.event(random.split());
        if (visit.rest == 0) {
            open.remove(chosen);
        }
        return event;
    }

    /** Users come again, but those without a session: their events would be of one key. */
    private Visit visit(int size) {
        int number = visits++;
        boolean isKnown = random.nextInt(6) > 0;
        return new Visit(
                isKnown ? Integer.toString(463_240_000 + random.nextInt(500)) : "guest-" + number,
                isKnown ? "%08x-%04x".formatted(number, random.nextInt(1 << 16)) : null,
                random.nextBoolean() ? "shop-" + random.nextInt(8) : null,
                size);
    }

    private final class Visit {
        private final String userId;
        private final @Nullable String sessionId;
        private final @Nullable String storeId;
        private int rest;

        private Visit(String userId, @Nullable String sessionId, @Nullable String storeId, int size) {
            this.userId = userId;
            this.sessionId = sessionId;
            this.storeId = storeId;
            this.rest = size;
        }

        private Event event(SplittableRandom dice) {
            rest--;
            int product = dice.nextInt(5_000_000, 6_000_000);
            return new Event(
                    new Event.Key(storeId, "E" + events.incrementAndGet()),
                    "2019-%02d-%02dT%02d:%02d:%02d.%03dZ"
                            .formatted(
                                    dice.nextInt(10, 13),
                                    dice.nextInt(1, 31),
                                    dice.nextInt(24),
                                    dice.nextInt(60),
                                    dice.nextInt(60),
                                    dice.nextBoolean() ? 0 : dice.nextInt(1_000)),
                    TYPES.get(dice.nextInt(TYPES.size())),
                    Integer.toString(product),
                    "1487580005" + (134_238_000 + product % 500),
                    dice.nextInt(3) == 0 ? "cosmetics.lips.lipstick" : null,
                    dice.nextInt(3) == 0 ? BRANDS.get(dice.nextInt(BRANDS.size())) : null,
                    BigDecimal.valueOf(dice.nextInt(-50, 50_000), dice.nextInt(2, 5)),
                    userId,
                    sessionId);
        }
    }
}
