package io.tillstream.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The short form of the campaign: each kind of fault once. */
class CampaignIT {

    private static final long SEED = 1;

    @Test
    void everyAcknowledgedLineIsStoredOnceWhateverBreaks() {
        Outcome outcome = FaultCampaign.run(Plan.brief(SEED));
        System.out.println(outcome.table());
        assertThat(outcome.mismatches()).isEmpty();
        assertThat(outcome.flows()).extracting(Flow::traffic).containsExactly(Traffic.values());
        for (Flow flow : outcome.flows()) {
            assertThat(flow.ledger().acknowledged()).hasSizeGreaterThan(2_500);
            assertThat(flow.ledger().duplicatesOffered.sum()).isPositive();
            assertThat(flow.ledger().poison()).isNotEmpty();
        }
    }
}
