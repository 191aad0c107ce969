package io.tillstream.campaign;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares what the stores hold of a feed with what was acknowledged; both ways, so that nothing is missing and nothing else is
 * there.
 */
final class Reconciliation {

    private final Traffic traffic;
    private final Ledger ledger;
    private final Holdings holdings;
    private final Predicate<List<Found>> strayed;
    private final Map<Object, Row> sent;
    private final Verdict verdict = new Verdict();

    Reconciliation(Flow flow, Holdings holdings) {
        this(flow.traffic(), flow.ledger(), holdings, flow.shards()::strayed);
    }

    /** @param strayed whether copies of a line are ones that the lake cannot know of ({@link Shards#strayed}) */
    Reconciliation(Traffic traffic, Ledger ledger, Holdings holdings, Predicate<List<Found>> strayed) {
        this.traffic = traffic;
        this.ledger = ledger;
        this.holdings = holdings;
        this.strayed = strayed;
        this.sent = new HashMap<>(ledger.unanswered());
        this.sent.putAll(ledger.acknowledged());
    }

    Verdict run() {
        lake(byKey(holdings.lake()));
        if (traffic == Traffic.TRANSACTIONS) {
            tables(byKey(holdings.invoices()));
        }
        delivered(byKey(holdings.delivered()));
        warehouse(byKey(holdings.warehouse()));
        holdings.letters().forEach(this::deadLetters);
        nothingElse();
        verdict.mismatch("flaws", holdings.flaws());
        verdict.mismatch("complaints", ledger.complaints());
        return verdict;
    }

    private void lake(Map<Object, List<Found>> lines) {
        compare("lake", lines);
        List<List<Found>> doubled =
                lines.values().stream().filter(copies -> copies.size() > 1).toList();
        verdict.count(
                "stored twice in the lake, strayed in a split (ADR 13)",
                doubled.stream().filter(strayed).count());
        verdict.mismatch(
                "stored twice in the lake",
                doubled.stream()
                        .filter(strayed.negate())
                        .map(copies -> copies.getFirst().row().key() + " in "
                                + copies.stream().map(Found::place).toList())
                        .toList());
    }

    private void tables(Map<Object, List<Found>> lines) {
        compare("Invoices", lines);
        Set<Purchase> expected = Purchase.of(sent.values().stream()
                .filter(row -> ledger.acknowledged().containsKey(row.key()) || lines.containsKey(row.key()))
                .map(Line.class::cast)
                .toList());
        verdict.count("summaries in Customers", holdings.purchases().size());
        verdict.mismatch("missing in Customers", without(expected, holdings.purchases()));
        verdict.mismatch("wrong in Customers", without(holdings.purchases(), expected));
    }

    private void delivered(Map<Object, List<Found>> lines) {
        compare("Firehose", lines);
        verdict.count(
                "rows delivered by Firehose more than once",
                holdings.delivered().size() - lines.size());
    }

    private void warehouse(Map<Object, List<Found>> rows) {
        compare("the warehouse", rows);
        verdict.mismatch(
                "twice in the warehouse",
                texts(rows.values().stream().filter(copies -> copies.size() > 1).map(List::getFirst)));
    }

    private void compare(String store, Map<Object, List<Found>> found) {
        verdict.count("lines in " + store, found.size());
        verdict.mismatch("missing in " + store, without(ledger.acknowledged().keySet(), found.keySet()));
        verdict.mismatch(
                "never sent, but in " + store,
                texts(found.values().stream()
                        .map(List::getFirst)
                        .filter(copy -> !sent.containsKey(copy.row().key()))));
        verdict.mismatch(
                "wrong in " + store,
                texts(sent.values().stream()
                        .flatMap(row -> found.getOrDefault(row.key(), List.of()).stream()
                                .filter(copy -> !copy.says(row))
                                .map(copy -> copy + " instead of " + row))));
    }

    private void deadLetters(String sink, List<DeadLetterReader.Letter> letters) {
        Map<String, List<DeadLetterReader.Letter>> byContent =
                letters.stream().collect(groupingBy(DeadLetterReader.Letter::content));
        Set<String> poisons = Stream.concat(ledger.poison().stream(), ledger.unansweredPoison().stream())
                .map(Poison::content)
                .collect(Collectors.toSet());
        verdict.count("dead letters of " + sink, letters.size());
        verdict.mismatch(
                "without its dead letter of " + sink,
                texts(ledger.poison().stream()
                        .filter(poison -> byContent.getOrDefault(poison.content(), List.of()).stream()
                                .noneMatch(letter -> letter.isFor(poison)))));
        verdict.mismatch(
                "dead letters of " + sink + " for what is no poison",
                texts(letters.stream().filter(letter -> !poisons.contains(letter.content()))));
    }

    private void nothingElse() {
        verdict.mismatch(
                "objects that nobody should have made",
                holdings.keys().stream().filter(key -> !traffic.mayOwn(key)).toList());
    }

    private static Map<Object, List<Found>> byKey(List<Found> lines) {
        return lines.stream().collect(groupingBy(found -> found.row().key()));
    }

    private static List<String> without(Collection<?> all, Collection<?> others) {
        return texts(all.stream().filter(one -> !others.contains(one)));
    }

    private static List<String> texts(Stream<?> things) {
        return things.map(String::valueOf).toList();
    }
}
