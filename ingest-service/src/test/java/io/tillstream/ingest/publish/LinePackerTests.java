package io.tillstream.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

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
    void losesNothingAndKeepsEachInvoiceInOrderInOneParcel(
            @ForAll @Size(max = 60) List<@IntRange(max = 9) Integer> invoices,
            @ForAll @IntRange(min = 1, max = 4) int maxGroups,
            @ForAll boolean mixing) {
        List<PendingLine> lines = IntStream.range(0, invoices.size())
                .mapToObj(i -> line("" + invoices.get(i), "line " + i))
                .toList();
        LinePacker.Load load = new LinePacker(200, maxGroups, mixing).pack(lines);
        assertThat(load.groups()).hasSizeLessThanOrEqualTo(maxGroups);
        assertThat(load.groups().isEmpty()).isEqualTo(lines.isEmpty());
        Set<String> seen = new HashSet<>();
        for (LineGroup group : load.groups()) {
            Set<String> keys = keys(group.lines());
            assertThat(seen).doesNotContainAnyElementsOf(keys);
            seen.addAll(keys);
            assertThat(group.bytes()).isLessThanOrEqualTo(200);
            assertThat(keys.size() == 1 || mixing).isTrue();
        }
        List<PendingLine> packed = new ArrayList<>();
        load.groups().forEach(group -> packed.addAll(group.lines()));
        assertThat(Stream.concat(packed.stream(), load.left().stream())).containsExactlyInAnyOrderElementsOf(lines);
        for (String key : keys(lines)) {
            assertThat(Stream.concat(packed.stream(), load.left().stream())
                            .filter(line -> line.line().partitionKey().equals(key)))
                    .isEqualTo(lines.stream()
                            .filter(line -> line.line().partitionKey().equals(key))
                            .toList());
        }
    }

    @Test
    void fillsParcels() {
        List<PendingLine> lines = IntStream.range(0, 1_000)
                .mapToObj(i -> line("" + i % 100, " ".repeat(250)))
                .toList();
        LinePacker.Load load = new LinePacker(100_000, 10, true).pack(lines);
        assertThat(load.left()).isEmpty();
        assertThat(load.groups()).hasSize(3);
    }

    @Test
    void takesALineThatIsLargerThanAParcelAlone() {
        PendingLine large = line("1", " ".repeat(1_000));
        assertThat(new LinePacker(200, 1, true).pack(List.of(large)).groups())
                .extracting(LineGroup::lines)
                .containsExactly(List.of(large));
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
