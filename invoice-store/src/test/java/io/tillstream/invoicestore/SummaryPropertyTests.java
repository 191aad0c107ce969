package io.tillstream.invoicestore;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class SummaryPropertyTests {

    @Property(tries = 500)
    void everySumComesToItsLinesWhateverHappens(@ForAll long seed) {
        SummarySimulation simulation = new SummarySimulation(seed);
        simulation.run();
        assertThat(simulation.purchases()).containsExactlyInAnyOrderElementsOf(simulation.truth());
        assertThat(simulation.letters()).containsAll(simulation.refused());
    }
}
