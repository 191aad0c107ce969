package io.tillstream.dashboards;

import java.util.Map;
import java.util.regex.Pattern;

/** A condition on a label, as {@code outcome=~"failed|rejected"}. */
record Matcher(String label, String operator, String value) {

    /** Whether the series has the label, and, unless a dashboard's variable decides, a value that fits. */
    boolean fits(Map<String, String> series) {
        String actual = series.get(label);
        if (actual == null) {
            return false;
        }
        if (value.contains("$")) {
            return true;
        }
        return switch (operator) {
            case "=" -> actual.equals(value);
            case "!=" -> !actual.equals(value);
            case "=~" -> Pattern.matches(value, actual);
            case "!~" -> !Pattern.matches(value, actual);
            default -> throw new IllegalArgumentException("No operator of a matcher: " + operator);
        };
    }

    @Override
    public String toString() {
        return label + operator + '"' + value + '"';
    }
}
