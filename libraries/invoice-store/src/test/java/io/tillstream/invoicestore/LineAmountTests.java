package io.tillstream.invoicestore;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Versions of a line that come to the same are still told apart, so that no writer takes one for the other. */
class LineAmountTests {

    private static final CustomerId FIRST = new CustomerId("17850");
    private static final CustomerId SECOND = new CustomerId("13047");
    private static final LineAmount LATER = line(FIRST, "12", Set.of());
    private static final LineAmount EARLIER = line(FIRST, "11", Set.of());

    @Test
    void aSummaryOfAnotherVersionHasAnotherDigest() {
        assertThat(Purchase.of(FIRST, List.of(LATER)).digest())
                .isNotEqualTo(Purchase.of(FIRST, List.of(EARLIER)).digest());
    }

    @Test
    void aSummaryThatDoesWithoutALineHasAnotherDigestForEachVersionOfIt() {
        LineAmount taken = line(SECOND, "11", Set.of(FIRST));
        LineAmount takenEarlier = line(SECOND, "10", Set.of(FIRST));
        assertThat(Purchase.of(FIRST, List.of(taken)).digest())
                .isNotEqualTo(Purchase.of(FIRST, List.of(takenEarlier)).digest());
    }

    @Test
    void whoKnowsALineIsNotUpToDateWhenItsVersionOfAnotherCustomerCounts() {
        KnownInvoice stale = KnownInvoice.of(List.of(LATER));
        assertThat(stale.addAll(List.of(LATER))).isTrue();
        assertThat(stale.addAll(List.of(line(SECOND, "11", Set.of(FIRST))))).isFalse();
    }

    /** All come to the same. */
    private static LineAmount line(CustomerId customer, String version, Set<CustomerId> former) {
        return new LineAmount(
                new InvoiceNumber("536365"),
                "85123A#1",
                Optional.empty(),
                Optional.of(customer),
                LocalDateTime.of(2010, 12, 1, 8, 26),
                new BigDecimal("15.30"),
                "France",
                version,
                former);
    }
}
