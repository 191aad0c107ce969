package io.tillstream.benchmark;

import java.util.random.RandomGenerator;

/** Events as the pages of a shop send them: visits of some ten events, of which every one is another. */
final class EventRows {

    private static final int EVENTS_A_VISIT = 10;
    private static final String[] TYPES = {"view", "view", "view", "cart", "remove_from_cart", "purchase"};

    private final RandomGenerator random;

    EventRows(RandomGenerator random) {
        this.random = random;
    }

    /** @param place in the request, which says to which of its visits it belongs */
    String row(int firstVisit, int place) {
        int visit = firstVisit + place / EVENTS_A_VISIT;
        return """
                {"event_time":"2019-%02d-%02d %02d:%02d:%02d UTC","event_type":"%s","product_id":"%d",\
                "category_id":"1487580005%09d","category_code":"cosmetics.lips.lipstick","brand":"runail","price":%d.%02d,\
                "user_id":"%d","user_session":"%08x-4dac-4778-8d2c-92e149dab885"}""".formatted(
                        random.nextInt(10, 13),
                        random.nextInt(1, 31),
                        random.nextInt(24),
                        random.nextInt(60),
                        random.nextInt(60),
                        TYPES[random.nextInt(TYPES.length)],
                        random.nextInt(5_000_000, 6_000_000),
                        random.nextInt(1_000_000_000),
                        random.nextInt(100),
                        random.nextInt(100),
                        463_240_000 + visit % 100_000,
                        visit);
    }
}
