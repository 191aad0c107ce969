package io.tillstream.dashboards;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a query in PromQL names: the metrics it selects, and the labels it groups and joins by. Read off the query's
 * tokens; whether the query is well-formed is promtool's to say.
 */
record PromQl(List<Selector> selectors, List<String> groupings) {

    private static final Pattern TOKEN = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|\\[[^]]*]"
            + "|[a-zA-Z_:][a-zA-Z0-9_:]*|[0-9][0-9.a-z]*|=~|!~|!=|==|[<>]=|\\S");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");

    private static final Set<String> GROUPINGS = Set.of("by", "without", "on", "ignoring", "group_left", "group_right");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");
    private static final Set<String> AGGREGATIONS =
            Set.of("sum", "min", "max", "avg", "count", "group", "topk", "bottomk", "quantile");

    static PromQl of(String query) {
        return new Reader(TOKEN.matcher(query).results().map(MatchResult::group).toList()).read();
    }

    private static final class Reader {

        private final List<String> tokens;
        private final List<Selector> selectors = new ArrayList<>();
        private final List<String> groupings = new ArrayList<>();
        private int next;

        Reader(List<String> tokens) {
            this.tokens = tokens;
        }

        PromQl read() {
            while (next < tokens.size()) {
                String token = tokens.get(next++);
                if (GROUPINGS.contains(token)) {
                    labels();
                } else if (isMetric(token)) {
                    selectors.add(new Selector(token, peek("{") ? matchers() : List.of()));
                }
            }
            return new PromQl(selectors, groupings);
        }

        private boolean isMetric(String token) {
            return NAME.matcher(token).matches()
                    && !peek("(")
                    && !WORDS.contains(token)
                    && !AGGREGATIONS.contains(token);
        }

        private void labels() {
            expect("(");
            while (!peek(")")) {
                String label = tokens.get(next++);
                if (!label.equals(",")) {
                    groupings.add(label);
                }
            }
        }

        private List<Matcher> matchers() {
            List<Matcher> matchers = new ArrayList<>();
            expect("{");
            while (!peek("}")) {
                if (peek(",")) {
                    next++;
                }
                String quoted = tokens.get(next + 2);
                matchers.add(
                        new Matcher(tokens.get(next), tokens.get(next + 1), quoted.substring(1, quoted.length() - 1)));
                next += 3;
            }
            return matchers;
        }

        private boolean peek(String token) {
            return next < tokens.size() && tokens.get(next).equals(token);
        }

        private void expect(String token) {
            if (!peek(token)) {
                throw new IllegalArgumentException("Expected " + token + " at token " + next + " of " + tokens);
            }
            next++;
        }
    }
}
