package io.tillstream.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LintTests {

    private final Exposition exposition = new Exposition();
    private final Lint lint = new Lint(exposition);

    LintTests() {
        exposition.add("ingest-service", """
                # HELP rows_total Rows
                # TYPE rows_total counter
                rows_total{outcome="accepted",} 7.0
                rows_total{outcome="rejected"} 0.0
                latency_seconds_bucket{le="0.5"} 3
                latency_seconds_bucket{le="+Inf"} 4 1700000000000
                shards 2.0
                """);
    }

    @Test
    void findsNoFaultWithWhatIsThere() {
        assertThat(List.of(
                        "sum by (outcome) (rate(rows_total[5m])) / ignoring (outcome) group_left () sum(rate(rows_total[1m]))",
                        "histogram_quantile(0.99, sum by (job, le) (rate(latency_seconds_bucket[$__rate_interval]))) > 1",
                        "rows_total{outcome=~\"acc.*|none\", job=\"$job\"} unless on (job) shards == 2 or absent(up{job=\"x\"})",
                        "rows_total{outcome!=\"accepted\"} offset 1h"))
                .allSatisfy(query -> assertThat(lint.faultsOf(query)).isEmpty());
    }

    @Test
    void findsMetricsThatNobodyShows() {
        assertThat(lint.faultsOf("rate(row_total[5m]) + shards")).containsExactly("no service shows row_total{}");
    }

    @Test
    void findsLabelsAndValuesThatNoSeriesHas() {
        assertThat(lint.faultsOf("rows_total{outcome=\"acepted\"}")).hasSize(1);
        assertThat(lint.faultsOf("rows_total{result=\"accepted\"}")).hasSize(1);
        assertThat(lint.faultsOf("rows_total{result=~\"$result\"}")).hasSize(1);
        assertThat(lint.faultsOf("shards{job=\"query-service\"}")).hasSize(1);
    }

    @Test
    void findsGroupingsThatNoMetricHas() {
        assertThat(lint.faultsOf("sum by (shard) (rows_total)"))
                .containsExactly("no metric of the query has the label shard");
    }
}
