package io.tillstream.loader.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.loader.ledger.LoadState;
import io.tillstream.loader.ledger.LoadTarget;
import io.tillstream.loader.ledger.Loaded;
import io.tillstream.loader.parts.FileStatistics;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReportTests {

    private static final FileStatistics FIGURES = new FileStatistics(
            541_912,
            541_909,
            Map.of("Quantity not_a_whole_number", 3L),
            5_268,
            figures(),
            "digest",
            List.of("a column is left out"));

    private static Map<String, BigDecimal> figures() {
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        figures.put("invoices", BigDecimal.valueOf(25_900));
        figures.put("customers", BigDecimal.valueOf(4_372));
        figures.put("revenue", new BigDecimal("9747747.934"));
        return figures;
    }

    @Test
    void tellsWhatAFileHoldsAndWhereItWent() {
        LoadState state = LoadState.fresh("rows.csv", Instant.EPOCH)
                .cut(FIGURES)
                .reached(Set.of(LoadTarget.LAKE, LoadTarget.WAREHOUSE))
                .loaded(new Loaded(500_000, 41_902, 7L, 0, 0))
                .took("read", 2)
                .took("read", 3)
                .took("warehouse", 0.04);
        RunReport report = new RunReport(List.of(
                FileReport.of("rows.csv", "0f", FileOutcome.LOADED, state).took(7)));
        assertThat(ImportReportText.of(report)).isEqualTo("""
            rows.csv: loaded, as load 0f
              rows       541,912, of which 541,909 accepted, 3 rejected
                         3 rejected: Quantity not_a_whole_number
              lines      25,900 invoices, 4,372 customers, revenue 9747747.934
                         5,268 lines have the same content as another of the file; all of them count
              note       a column is left out
              done       lake, warehouse
              warehouse  500,000 new, 41,902 already there
                         7 differ from a line of the same identity; those that do not
                         count lie under rejected/warehouse-load/
              time       read      5.0 s, 108,382 rows/s
              time       warehouse under 0.1 s
                         together  7.0 s, 77,416 rows/s, this run\
            """);
        assertThat(report.json()).contains("\"revenue\" : 9747747.934", "\"outcome\" : \"LOADED\"");
        assertThat(report.exitCode()).isZero();
    }

    @Test
    void printsNothingThatSteersATerminal() {
        String hostile = "a\u001b[2J\u0085\u009b31m\u007f\u202e\u200b\udb40\udc41ö\n.csv";
        RunReport report = new RunReport(List.of(FileReport.without(hostile, FileOutcome.UNREADABLE, hostile)));
        assertThat(report.json().replace("\n", ""))
                .contains("a\\u001B[2J\\u0085\\u009b31m\\u007f\\u202e\\u200b\\udb40\\udc41ö\\n.csv")
                .matches("[^\\p{Cc}\\p{Cf}]*");
        assertThat(JsonMapper.shared()
                        .readTree(report.json())
                        .at("/files/0/message")
                        .asString())
                .isEqualTo(hostile);
        assertThat(ImportReportText.of(report).replace("\n", "")).matches("[^\\p{Cc}\\p{Cf}]*");
    }

    @Test
    void endsWithTheCodeOfWhatMattersMost() {
        assertThat(new RunReport(List.of()).exitCode()).isZero();
        assertThat(exitCode(FileOutcome.LOADED, FileOutcome.NOTHING_TO_DO)).isZero();
        assertThat(exitCode(FileOutcome.UNREADABLE, FileOutcome.LOADED)).isEqualTo(1);
        assertThat(exitCode(FileOutcome.TOO_MANY_REJECTED, FileOutcome.LOADED)).isEqualTo(2);
        assertThat(exitCode(FileOutcome.BUSY, FileOutcome.UNREADABLE)).isEqualTo(4);
        assertThat(exitCode(FileOutcome.LOADED, FileOutcome.BUSY, FileOutcome.NOT_FINISHED))
                .isEqualTo(3);
    }

    private static int exitCode(FileOutcome... outcomes) {
        return new RunReport(Arrays.stream(outcomes)
                        .map(outcome -> FileReport.without("f", outcome, ""))
                        .toList())
                .exitCode();
    }
}
