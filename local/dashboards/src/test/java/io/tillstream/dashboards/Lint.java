package io.tillstream.dashboards;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what queries ask for and no service shows. */
final class Lint {

    /** Made by Prometheus itself. */
    private static final Set<String> SYNTHETIC = Set.of("up", "ALERTS");

    /** What may rightly be missing from a service that has just started, and why. */
    private static final Map<String, String> LATER = Map.of(
            "jvm_gc_pause_seconds_max", "there is none before the first collection",
            "outcome=\"SERVER_ERROR\"", "the framework counts requests by outcome, each from its first on");

    private final Exposition exposition;

    Lint(Exposition exposition) {
        this.exposition = exposition;
    }

    /** What is wrong with a query; nothing when all of it is there. */
    List<String> faultsOf(String query) {
        PromQl parsed = PromQl.of(query);
        List<String> faults = new ArrayList<>();
        parsed.selectors().stream()
                .filter(selector -> !isShown(selector))
                .forEach(selector -> faults.add("no service shows " + selector));
        parsed.groupings().stream()
                .filter(label -> parsed.selectors().stream().noneMatch(selector -> hasLabel(selector, label)))
                .forEach(label -> faults.add("no metric of the query has the label " + label));
        return faults;
    }

    private boolean isShown(Selector selector) {
        return SYNTHETIC.contains(selector.metric())
                || LATER.containsKey(selector.metric())
                || exposition.of(selector.metric()).stream()
                        .anyMatch(series -> selector.matchers().stream()
                                .allMatch(matcher -> LATER.containsKey(matcher.toString()) || matcher.fits(series)));
    }

    private boolean hasLabel(Selector selector, String label) {
        return SYNTHETIC.contains(selector.metric())
                || LATER.containsKey(selector.metric())
                || exposition.of(selector.metric()).stream().anyMatch(series -> series.containsKey(label));
    }
}
