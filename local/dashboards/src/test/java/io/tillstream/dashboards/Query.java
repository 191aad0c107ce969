package io.tillstream.dashboards;

/** What a panel asks for. */
sealed interface Query {

    /** Of Prometheus; the legend has labels in double braces. */
    record Metrics(String promQl, String legend) implements Query {}

    /** Of the warehouse; a series over time has a column {@code time}. */
    record Sql(String text, boolean overTime) implements Query {}

    static Query metrics(String promQl, String legend) {
        return new Metrics(promQl, legend);
    }

    static Query sql(String text) {
        return new Sql(text.strip(), false);
    }

    static Query sqlOverTime(String text) {
        return new Sql(text.strip(), true);
    }

    /** How fast a counter rises, by a label. */
    static Query rate(String label, String counter) {
        return metrics("sum by (%s) (rate(%s[$__rate_interval]))".formatted(label, counter), "{{%s}}".formatted(label));
    }

    /** How fast a counter rises, over all its labels. */
    static Query rateOfAll(String counter, String legend) {
        return metrics("sum(rate(%s[$__rate_interval]))".formatted(counter), legend);
    }

    /** How far a counter has risen, by labels. */
    static Query increase(String counter, String... labels) {
        return metrics(
                "sum by (%s) (increase(%s[$__rate_interval]))".formatted(String.join(", ", labels), counter),
                "{{" + String.join("}} {{", labels) + "}}");
    }

    /** A quantile of a histogram, with two digits after the point. */
    static Query quantile(String quantile, String buckets) {
        return metrics(
                "histogram_quantile(%s, sum by (le) (rate(%s[$__rate_interval])))".formatted(quantile, buckets),
                "p" + quantile.substring(2));
    }

    static Query mean(String summary) {
        return metrics(
                "sum(rate(%1$s_sum[$__rate_interval])) / sum(rate(%1$s_count[$__rate_interval]))".formatted(summary),
                "mean");
    }
}
