package io.tillstream.attack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The short form of the campaign. */
class AttackIT {

    private static final long SEED = 1;

    @Test
    void nothingFailsHangsOrUnbalancesTheBooks() throws Exception {
        Report report = AttackCampaign.run(Plan.brief(SEED));
        System.out.println(report.table());
        assertThat(report.complaints()).isEmpty();
        assertThat(report.tried()).isGreaterThan(1_500);
    }
}
