package io.tillstream.loader.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.loader.parts.Cut;
import io.tillstream.loader.parts.FileStatistics;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LoadStateTests {

    private static final FileStatistics FIGURES = new FileStatistics(
            3, 2, Map.of("Quantity missing", 1L), 0, Map.of("revenue", new BigDecimal("-0.0010")), "d-2", List.of("n"));
    private static final LoadState FRESH = LoadState.fresh("rows.csv", Instant.parse("2026-03-01T12:34:56.789Z"));

    @Test
    void knowsWhatIsMissing() {
        assertThat(FRESH.missing(EnumSet.allOf(LoadTarget.class))).hasSize(4);
        LoadState some = FRESH.reached(Set.of(LoadTarget.LAKE)).reached(Set.of(LoadTarget.WAREHOUSE));
        assertThat(some.missing(EnumSet.allOf(LoadTarget.class)))
                .containsExactly(LoadTarget.INVOICES, LoadTarget.SESSIONS);
        assertThat(some.missing(Set.of(LoadTarget.LAKE))).isEmpty();
    }

    @Test
    void hasPartsFromTheEndOfTheReadingUntilTheyAreSwept() {
        LoadState cutting = FRESH.cutting("raw/batch/load=1/", Cut.bySize(10));
        assertThat(cutting.hasParts()).isFalse();
        assertThat(cutting.cut(FIGURES).hasParts()).isTrue();
        assertThat(cutting.cut(FIGURES).swept().hasParts()).isFalse();
        assertThat(cutting.cut(FIGURES).swept().figures()).isEqualTo(FIGURES);
    }

    @Test
    void cuttingAnewForgetsWhatWasFoundButNotWhatWasReached() {
        LoadState again = FRESH.cutting("staging/", Cut.bySize(10))
                .cut(FIGURES)
                .reached(Set.of(LoadTarget.INVOICES))
                .swept()
                .cutting("raw/batch/", Cut.into(2, 10));
        assertThat(again.figures()).isNull();
        assertThat(again.done()).containsExactly(LoadTarget.INVOICES);
        assertThat(again.cut()).isEqualTo(Cut.into(2, 10));
    }

    @Test
    void isTheSameAfterItWasWrittenAndRead() {
        LoadState full = FRESH.cutting("raw/batch/load=1/", Cut.balanced(1_000, 10))
                .cut(FIGURES)
                .standsFor("0f")
                .reached(EnumSet.allOf(LoadTarget.class))
                .loaded(new Loaded(1, 1, 2L, 0, 0))
                .refused(1)
                .took("read", 1.5)
                .took("read", 1);
        assertThat(LoadLedger.stateOf(LoadLedger.jsonOf(full))).isEqualTo(full);
        assertThat(full.seconds()).containsEntry("read", 2.5);
        assertThat(LoadLedger.stateOf(LoadLedger.jsonOf(FRESH))).isEqualTo(FRESH);
    }

    @Test
    void isReadAsAnEarlierVersionWroteIt() {
        LoadState loaded = FRESH.loaded(new Loaded(1, 1, null, 0, 0));
        assertThat(LoadLedger.stateOf(LoadLedger.jsonOf(loaded).replaceFirst("\"conflicting\":null,?", "")))
                .isEqualTo(loaded);
    }

    /** What every ledger holds, and what {@code --report} writes: each figure is a property. */
    @Test
    void writesTheFiguresOfTransactionsAsItAlwaysDid() {
        String json = """
                {"rows":3,"accepted":2,"rejected":{"Quantity missing":1},"duplicates":0,"invoices":1,"customers":2,\
                "revenue":-0.0010,"digest":"d-2","notes":["n"]}""";
        FileStatistics found = JsonMapper.shared().readValue(json, FileStatistics.class);
        assertThat(found.figures().keySet()).containsExactly("invoices", "customers", "revenue");
        assertThat(found.figures()).containsEntry("revenue", new BigDecimal("-0.0010"));
        assertThat(JsonMapper.shared().writeValueAsString(found)).isEqualTo(json);
    }

    @Test
    void readsWhatWasWrittenBeforeThereWereNotes() {
        String json = LoadLedger.jsonOf(FRESH.cut(FIGURES)).replace(",\"notes\":[\"n\"]", "");
        FileStatistics found = Objects.requireNonNull(LoadLedger.stateOf(json).figures());
        assertThat(json).doesNotContain("notes");
        assertThat(found.notes()).isEmpty();
        assertThat(found.accepted()).isEqualTo(2);
    }
}
