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
        assertThat(outcome.verdict().mismatches()).isEmpty();
        assertThat(outcome.ledger().acknowledged()).hasSizeGreaterThan(5_000);
        assertThat(outcome.ledger().duplicatesOffered.sum()).isPositive();
        assertThat(outcome.ledger().poison()).isNotEmpty();
    }
}
