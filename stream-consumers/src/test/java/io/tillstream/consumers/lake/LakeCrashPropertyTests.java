package io.tillstream.consumers.lake;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class LakeCrashPropertyTests {

    @Property(tries = 500)
    void everyIdentityLiesInTheLakeOnceWhateverHappens(@ForAll long seed) {
        LakeSimulation simulation = new LakeSimulation(seed, false);
        simulation.run();
        assertThat(simulation.objects().allKeys()).containsExactlyInAnyOrderElementsOf(simulation.sent());
    }

    /** Bounds, or a setting that differs between workers, may cost a second copy of a line sent twice, never more. */
    @Property(tries = 500)
    void nothingIsLostAndNoPlaceIsStoredTwiceHoweverLittleAWorkerRemembers(@ForAll long seed) {
        LakeSimulation simulation = new LakeSimulation(seed, true);
        simulation.run();
        assertThat(simulation.objects().allKeys()).containsAll(simulation.sent());
        assertThat(simulation.objects().allRows()).doesNotHaveDuplicates();
    }
}
