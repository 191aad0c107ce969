package io.tillstream.loader.parts;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.LineId;
import io.tillstream.model.SampleLines;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.TransactionFeed;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TallyTests {

    private static final Feed FEED = new TransactionFeed();
    private static final TransactionLine SIX = SampleLines.line("536365", "85123A", "a");
    private static final TransactionLine OTHER = SampleLines.line("536366", "22633", "b");
    private static final TransactionLine SEVEN = SampleLines.line("536365", "85123A", "a", "17850", 7, "2.55");

    @TempDir
    private Path scratch;

    @Test
    void knowsTheSameLinesInAnyOrder() {
        assertThat(identified(SIX, OTHER, SIX)).isEqualTo(identified(SIX, SIX, OTHER));
        assertThat(given(SIX, OTHER)).isEqualTo(given(OTHER, SIX));
    }

    @Test
    void knowsOtherLinesAsOthers() {
        List<String> digests = List.of(
                identified(),
                identified(SIX),
                identified(SEVEN),
                identified(SIX, SIX),
                identified(SIX, OTHER),
                given(SIX),
                given(SEVEN),
                given(SIX, OTHER));
        assertThat(digests).doesNotHaveDuplicates();
    }

    @Test
    void tellsAFileOfBothKindsOfIdsFromFilesOfOne() {
        try (Tally tally = new Tally(scratch, rules(null, null), FEED)) {
            identify(tally, SIX);
            tally.accept(OTHER);
            identify(tally, OTHER);
            assertThat(tally.figures(List.of()).digest())
                    .isNotIn(identified(SIX, OTHER, OTHER), given(SIX, OTHER, OTHER))
                    .endsWith("-3");
        }
    }

    /** The digest of a file that leaves it to us to identify its lines. */
    private String identified(TransactionLine... lines) {
        try (Tally tally = new Tally(scratch, rules(null, null), FEED)) {
            for (TransactionLine line : lines) {
                identify(tally, line);
            }
            return tally.figures(List.of()).digest();
        }
    }

    private static void identify(Tally tally, TransactionLine line) {
        LineId id = tally.identify(line.content(), 0);
        tally.accept(new TransactionLine(line.content(), id, line.receivedAt()));
    }

    private String given(TransactionLine... lines) {
        try (Tally tally = new Tally(scratch, rules(null, null), FEED)) {
            for (TransactionLine line : lines) {
                tally.accept(line);
            }
            return tally.figures(List.of()).digest();
        }
    }

    @Test
    void countsWhatSeveralFilesShare() {
        try (Tally tally = new Tally(scratch, rules(null, null), FEED)) {
            tally.beginFile();
            identify(tally, SIX);
            identify(tally, SIX);
            assertThat(tally.shared()).isZero();
            tally.beginFile();
            identify(tally, SIX);
            identify(tally, OTHER);
            identify(tally, OTHER);
            assertThat(tally.shared()).isEqualTo(1);
            assertThat(tally.figures(List.of()).duplicates()).isEqualTo(3);
            assertThat(tally.figures(List.of()).digest()).isEqualTo(identified(OTHER, SIX, SIX, OTHER, SIX));
        }
    }

    @Test
    void knowsTheLinesOfAnotherShopOrSourceAsOthers() {
        List<String> digests = List.of(
                identified(SIX),
                digest(rules("soho", null)),
                digest(rules("cork", null)),
                digest(rules(null, "till-1")));
        assertThat(digests).doesNotHaveDuplicates();
        assertThat(digest(rules(null, null))).isEqualTo(identified(SIX));
    }

    private String digest(RowRules rules) {
        try (Tally tally = new Tally(scratch, rules, FEED)) {
            identify(tally, SIX);
            return tally.figures(List.of()).digest();
        }
    }

    private static RowRules rules(@Nullable String store, @Nullable String source) {
        return new RowRules(
                new RejectLimit.Rows(0),
                null,
                store == null ? null : new StoreId(store),
                source,
                RowRules.Grouping.AUTO);
    }
}
