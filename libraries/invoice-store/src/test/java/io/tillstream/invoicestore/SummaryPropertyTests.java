package io.tillstream.invoicestore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class SummaryPropertyTests {

    @Property(tries = 500)
    void everySumComesToItsLinesWhateverHappens(@ForAll long seed) {
        SummarySimulation simulation = new SummarySimulation(seed);
        simulation.run();
        assertThat(simulation.purchases()).containsExactlyInAnyOrderElementsOf(simulation.truth());
        assertThat(simulation.letters()).containsAll(simulation.refused());
        assertThat(simulation.totals()).containsExactlyInAnyOrderElementsOf(simulation.trueTotals());
    }

    /** Or the property would say nothing of it. */
    @Test
    void largeInvoicesAreKeptInManyOfThem() {
        assertThat(LongStream.range(0, 50)
                        .mapToObj(SummarySimulation::new)
                        .peek(SummarySimulation::run)
                        .filter(simulation -> !simulation.totals().isEmpty()))
                .hasSizeGreaterThan(25);
    }
}
