package io.tillstream.attack;

import io.tillstream.campaign.Waiting;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Balances what was acknowledged against what each store holds. */
final class Books {

    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int SHOWN = 5;

    private final Route route;
    private final Report report;
    private final Map<ShopLine.Key, Long> expected;
    private final Set<ShopLine> otherVersions;

    Books(Route route, Report report, Map<ShopLine.Key, Long> expected, Set<ShopLine> otherVersions) {
        this.route = route;
        this.report = report;
        this.expected = expected;
        this.otherVersions = otherVersions;
    }

    /** Waits for what must come, and says what did not, what is there twice and what says something else. */
    void balance(StoredLines stored) {
        if (route == Route.TRANSACTIONS) {
            balanceExactly("look-ups", stored::inTheLookUps);
        }
        balanceExactly("warehouse", () -> stored.inTheWarehouse(route));
        balanceLake(() -> stored.inTheLake(route));
        if (!otherVersions.isEmpty()) {
            await(() -> !stored.rejected().isEmpty());
            if (stored.rejected().isEmpty()) {
                report.complain(
                        "books",
                        otherVersions.size() + " versions of " + route.feed() + " do not count and are kept nowhere");
            }
        }
    }

    private void balanceExactly(String store, Supplier<List<ShopLine>> read) {
        await(() -> keysOf(read.get()).containsAll(expected.keySet()));
        List<ShopLine> found = read.get();
        Map<ShopLine.Key, Long> byKey = new HashMap<>();
        long twice = found.stream()
                .filter(line -> byKey.put(line.key(), line.figure()) != null)
                .count();
        tell(
                store,
                "lines are missing",
                expected.keySet().stream()
                        .filter(key -> !byKey.containsKey(key))
                        .toList());
        tell(
                store,
                "lines are there that nobody sent",
                byKey.keySet().stream()
                        .filter(key -> !expected.containsKey(key))
                        .toList());
        tell(
                store,
                "lines say something else",
                expected.entrySet().stream()
                        .filter(line -> byKey.containsKey(line.getKey())
                                && !byKey.get(line.getKey()).equals(line.getValue()))
                        .toList());
        if (twice > 0) {
            report.complain("books", route.feed() + " in " + store + ": " + twice + " lines are there twice");
        }
        report.count("books", route.feed() + " in " + store + " " + byKey.size());
    }

    /** The lake keeps every version, for a reader to choose. */
    private void balanceLake(Supplier<List<ShopLine>> read) {
        await(() -> keysOf(read.get()).containsAll(expected.keySet()));
        List<ShopLine> found = read.get();
        Set<ShopLine> distinct = new HashSet<>(found);
        tell(
                "lake",
                "lines are missing",
                expected.entrySet().stream()
                        .filter(line -> !distinct.contains(new ShopLine(line.getKey(), line.getValue())))
                        .toList());
        tell(
                "lake",
                "lines are there that nobody sent",
                distinct.stream()
                        .filter(line -> !Long.valueOf(line.figure()).equals(expected.get(line.key()))
                                && !otherVersions.contains(line))
                        .toList());
        if (distinct.size() < found.size()) {
            report.complain(
                    "books", route.feed() + " in lake: " + (found.size() - distinct.size()) + " lines are there twice");
        }
        report.count("books", route.feed() + " in lake " + distinct.size());
    }

    private void tell(String store, String what, List<?> which) {
        if (!which.isEmpty()) {
            report.complain(
                    "books",
                    route.feed() + " in " + store + ": " + which.size() + " " + what + ", such as "
                            + which.subList(0, Math.min(SHOWN, which.size())));
        }
    }

    private static Set<ShopLine.Key> keysOf(List<ShopLine> lines) {
        Set<ShopLine.Key> keys = new HashSet<>();
        lines.forEach(line -> keys.add(line.key()));
        return keys;
    }

    private static void await(Supplier<Boolean> condition) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.get() && System.nanoTime() < end) {
            Waiting.pass(PAUSE);
        }
    }
}
