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

final class PackerTests {

    private static final PublishRequest NOBODY = new PublishRequest(1, 0);

    @Property(tries = 500)
    void losesNothingAndKeepsEachInvoiceInOrderInOneParcel(
            @ForAll @Size(max = 60) List<@IntRange(max = 9) Integer> invoices,
            @ForAll @IntRange(min = 1, max = 4) int maxParcels,
            @ForAll boolean mixing) {
        List<PendingLine> lines = IntStream.range(0, invoices.size())
                .mapToObj(i -> line("" + invoices.get(i), "line " + i))
                .toList();
        Packer.Load load = new Packer(200, maxParcels, mixing).pack(lines);
        assertThat(load.parcels()).hasSizeLessThanOrEqualTo(maxParcels);
        assertThat(load.parcels().isEmpty()).isEqualTo(lines.isEmpty());
        Set<String> seen = new HashSet<>();
        for (Parcel parcel : load.parcels()) {
            Set<String> keys = keys(parcel.lines());
            assertThat(seen).doesNotContainAnyElementsOf(keys);
            seen.addAll(keys);
            assertThat(parcel.bytes()).isLessThanOrEqualTo(200);
            assertThat(keys.size() == 1 || mixing).isTrue();
        }
        List<PendingLine> packed = new ArrayList<>();
        load.parcels().forEach(parcel -> packed.addAll(parcel.lines()));
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
        Packer.Load load = new Packer(100_000, 10, true).pack(lines);
        assertThat(load.left()).isEmpty();
        assertThat(load.parcels()).hasSize(3);
    }

    @Test
    void takesALineThatIsLargerThanAParcelAlone() {
        PendingLine large = line("1", " ".repeat(1_000));
        assertThat(new Packer(200, 1, true).pack(List.of(large)).parcels())
                .extracting(Parcel::lines)
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
