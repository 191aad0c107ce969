package io.tillstream.suite.campaign;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what the stores hold with what was acknowledged; both ways, so that nothing is missing and nothing else is there. */
final class Reconciliation {

    private final Ledger ledger;
    private final Cloud cloud;
    private final Shards shards;
    private final Bucket bucket;
    private final Verdict verdict = new Verdict();

    Reconciliation(Ledger ledger, Cloud cloud, Shards shards) {
        this.ledger = ledger;
        this.cloud = cloud;
        this.shards = shards;
        this.bucket = new Bucket(cloud.clients().s3());
    }

    Verdict run() {
        lake();
        tables();
        if (Stores.SINKS.contains("warehouse")) {
            delivered();
        }
        Stores.SINKS.forEach(this::deadLetters);
        nothingElse();
        verdict.mismatch("complaints", List.copyOf(ledger.complaints()));
        return verdict;
    }

    private void lake() {
        Map<Line.Key, List<Found>> lines = byKey(new LakeReader(bucket).lines(ledger.complaints()));
        compare("lake", lines);
        List<List<Found>> doubled =
                lines.values().stream().filter(copies -> copies.size() > 1).toList();
        Predicate<List<Found>> strayed = this::strayed;
        verdict.count(
                "stored twice in the lake, strayed in a split (ADR 13)",
                doubled.stream().filter(strayed).count());
        verdict.mismatch(
                "stored twice in the lake",
                doubled.stream()
                        .filter(strayed.negate())
                        .map(copies -> copies.stream().map(Found::place).collect(Collectors.joining(" and ")) + ": "
                                + copies.getFirst().line().key())
                        .toList());
    }

    /**
     * Whether one sending went, by a sender's stale map of the shards, where the line does not belong, and the shards
     * did not come from one another: then neither can know of the other's lines.
     */
    private boolean strayed(List<Found> copies) {
        String invoiceNo = copies.getFirst().line().key().invoiceNo();
        return copies.size() == 2
                && copies.stream().anyMatch(copy -> !shards.isAtHome(invoiceNo, copy.shard()))
                && !shards.areInLine(
                        copies.getFirst().shard(), copies.getLast().shard());
    }

    private void tables() {
        TableReader tables = new TableReader(cloud.clients().dynamoDb());
        Map<Line.Key, List<Found>> lines = byKey(tables.lines());
        compare("Invoices", lines);
        List<Line> stored =
                lines.values().stream().map(copies -> copies.getFirst().line()).toList();
        Set<TableReader.Purchase> expected = new HashSet<>(purchasesOf(stored));
        Set<TableReader.Purchase> found = new HashSet<>(tables.purchases());
        verdict.count("summaries in Customers", found.size());
        verdict.mismatch("missing in Customers", difference(expected, found));
        verdict.mismatch("wrong in Customers", difference(found, expected));
    }

    private void delivered() {
        List<Found> rows = new DeliveredReader(bucket).lines();
        Map<Line.Key, List<Found>> lines = byKey(rows);
        compare("Firehose", lines);
        verdict.count("rows delivered by Firehose more than once", rows.size() - lines.size());
    }

    private void compare(String store, Map<Line.Key, List<Found>> found) {
        Map<Line.Key, Line> sent = new HashMap<>(ledger.unanswered());
        sent.putAll(ledger.acknowledged());
        verdict.count("lines in " + store, found.size());
        verdict.mismatch(
                "missing in " + store,
                texts(ledger.acknowledged().keySet().stream().filter(key -> !found.containsKey(key))));
        verdict.mismatch(
                "never sent, but in " + store,
                found.entrySet().stream()
                        .filter(entry -> !sent.containsKey(entry.getKey()))
                        .map(entry -> entry.getKey() + " in "
                                + entry.getValue().getFirst().place())
                        .toList());
        verdict.mismatch(
                "wrong in " + store,
                texts(sent.values().stream()
                        .flatMap(line -> found.getOrDefault(line.key(), List.of()).stream()
                                .filter(copy -> !copy.says(line))
                                .map(copy -> copy + " instead of " + line))));
    }

    private void deadLetters(String sink) {
        List<DeadLetterReader.Letter> letters = new DeadLetterReader(bucket).of(sink);
        Map<String, List<DeadLetterReader.Letter>> byContent =
                letters.stream().collect(groupingBy(DeadLetterReader.Letter::content));
        Set<String> sent = Stream.concat(ledger.poison().stream(), ledger.unansweredPoison().stream())
                .map(Poison::content)
                .collect(Collectors.toSet());
        verdict.count("dead letters of " + sink, letters.size());
        verdict.mismatch(
                "without its dead letter of " + sink,
                texts(ledger.poison().stream()
                        .filter(poison -> byContent.getOrDefault(poison.content(), List.of()).stream()
                                .noneMatch(letter -> letter.place().equals(poison.place())
                                        && letter.reason().contains(poison.reason())))));
        verdict.mismatch(
                "dead letters of " + sink + " for what is no poison",
                texts(letters.stream().filter(letter -> !sent.contains(letter.content()))));
    }

    private void nothingElse() {
        List<String> known = Stream.concat(
                        Stream.of(LakeReader.PREFIX, DeliveredReader.PREFIX, "index/lake/"),
                        Stores.SINKS.stream().map(sink -> "rejected/" + sink + "/"))
                .toList();
        verdict.mismatch(
                "objects that nobody should have made",
                bucket.keys("").stream()
                        .filter(key -> known.stream().noneMatch(key::startsWith))
                        .toList());
    }

    private static List<TableReader.Purchase> purchasesOf(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.customerId() != null)
                .collect(groupingBy(line -> line.customerId() + " " + line.key().invoiceNo()))
                .values()
                .stream()
                .map(Reconciliation::purchaseOf)
                .toList();
    }

    private static TableReader.Purchase purchaseOf(List<Line> lines) {
        Line first = lines.getFirst();
        return new TableReader.Purchase(
                String.valueOf(first.customerId()),
                first.key().invoiceNo(),
                lines.stream().map(Line::total).reduce(BigDecimal.ZERO, BigDecimal::add),
                lines.size(),
                first.invoiceDate(),
                first.kind());
    }

    private static Map<Line.Key, List<Found>> byKey(List<Found> lines) {
        return lines.stream().collect(groupingBy(found -> found.line().key()));
    }

    private static <T> List<String> difference(Set<T> all, Set<T> without) {
        return texts(all.stream().filter(one -> !without.contains(one)));
    }

    private static List<String> texts(Stream<?> things) {
        return things.map(String::valueOf).toList();
    }
}
