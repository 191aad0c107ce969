package io.tillstream.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class LinePackerTests {

    private static final PublishRequest NOBODY = new PublishRequest(1, 0);

    @Property(tries = 500)
    void losesNothingAndKeepsEachInvoiceInOrderInOneGroup(
            @ForAll @Size(max = 60) List<@IntRange(max = 9) Integer> invoices,
            @ForAll @IntRange(min = 1, max = 4) int maxGroups,
            @ForAll @IntRange(min = 1, max = 600) int enough,
            @ForAll boolean mixing) {
        List<PendingLine> lines = IntStream.range(0, invoices.size())
                .mapToObj(i -> line("" + invoices.get(i), "line " + i))
                .toList();
        WaitingLines waiting = Lines.waiting(lines);
        List<LineGroup> groups = new LinePacker(200, maxGroups, enough, mixing).pack(waiting);
        long waitingBytes = waiting.bytes();
        List<PendingLine> left = waiting.removeAll();
        assertThat(waitingBytes)
                .isEqualTo(left.stream().mapToLong(PendingLine::size).sum());
        assertThat(groups).hasSizeLessThanOrEqualTo(maxGroups);
        assertThat(groups.isEmpty()).isEqualTo(lines.isEmpty());
        Set<String> seen = new HashSet<>();
        for (LineGroup group : groups) {
            Set<String> keys = keys(group.lines());
            assertThat(seen).doesNotContainAnyElementsOf(keys);
            seen.addAll(keys);
            assertThat(group.bytes()).isLessThanOrEqualTo(200);
            assertThat(keys.size() == 1 || mixing).isTrue();
        }
        List<PendingLine> packed = new ArrayList<>();
        groups.forEach(group -> packed.addAll(group.lines()));
        assertThat(Stream.concat(packed.stream(), left.stream())).containsExactlyInAnyOrderElementsOf(lines);
        for (String key : keys(lines)) {
            assertThat(Stream.concat(packed.stream(), left.stream())
                            .filter(line -> line.line().partitionKey().equals(key)))
                    .isEqualTo(lines.stream()
                            .filter(line -> line.line().partitionKey().equals(key))
                            .toList());
        }
    }

    @Test
    void fillsGroups() {
        List<PendingLine> lines = IntStream.range(0, 1_000)
                .mapToObj(i -> line("" + i % 100, " ".repeat(250)))
                .toList();
        WaitingLines waiting = Lines.waiting(lines);
        assertThat(new LinePacker(100_000, 10, 1_000_000, true).pack(waiting)).hasSize(3);
        assertThat(waiting.isEmpty()).isTrue();
    }

    @Test
    void takesALineThatIsLargerThanAGroupAlone() {
        PendingLine large = line("1", " ".repeat(1_000));
        assertThat(new LinePacker(200, 1, 200, true).pack(Lines.waiting(List.of(large))))
                .extracting(LineGroup::lines)
                .containsExactly(List.of(large));
    }

    @Test
    void letsNoInvoiceKeepItsPlaceForEver() {
        WaitingLines waiting = new WaitingLines();
        LinePacker packer = new LinePacker(200, 1, 200, true);
        waiting.add(List.of(late("1", 0), late("1", 0), late("2", 1)));
        List<String> sent = new ArrayList<>();
        for (int now = 1; sent.size() < 10; now++) {
            packer.pack(waiting).forEach(group -> sent.addAll(keys(group.lines())));
            waiting.add(List.of(late("1", now), late("1", now)));
        }
        assertThat(sent).startsWith("1", "1").contains("2");
    }

    @Test
    void putsLinesThatFailedInFrontOfTheOthers() {
        WaitingLines waiting = Lines.waiting(List.of(line("1", "c"), line("3", "d")));
        waiting.addFirst(List.of(line("2", "a"), line("1", "b")));
        assertThat(waiting.removeAll())
                .extracting(line -> new String(line.line().bytes(), StandardCharsets.UTF_8))
                .containsExactly("a", "b", "c", "d");
        assertThat(waiting.bytes()).isZero();
    }

    /** One of which a group has room for one. */
    private static PendingLine late(String invoice, long startedAt) {
        return Lines.pending(Lines.line(invoice, " ".repeat(80)), new PublishRequest(1, startedAt));
    }

    private static PendingLine line(String invoice, String text) {
        return Lines.pending(Lines.line(invoice, text), NOBODY);
    }

    private static Set<String> keys(List<PendingLine> lines) {
        Set<String> keys = new HashSet<>();
        lines.forEach(line -> keys.add(line.line().partitionKey()));
        return keys;
    }
}
