package io.tillstream.dashboards;

import java.util.List;
import java.util.stream.Collectors;

/** A metric that a query asks for, with its conditions. */
record Selector(String metric, List<Matcher> matchers) {

    Selector {
        matchers = List.copyOf(matchers);
    }

    @Override
    public String toString() {
        return metric + matchers.stream().map(Matcher::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
