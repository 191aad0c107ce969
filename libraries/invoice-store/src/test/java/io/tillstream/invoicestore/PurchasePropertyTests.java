package io.tillstream.invoicestore;

import static io.tillstream.model.SampleLines.line;
import static io.tillstream.model.SampleLines.ofShop;
import static io.tillstream.model.SampleLines.soldAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.TransactionLine;
import io.tillstream.model.identity.TransactionHashing;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class PurchasePropertyTests {

    /** Also when guests and several customers share the invoice, and its lines have other dates and countries. */
    @Property(tries = 200)
    void theOrderOfTheLinesMakesNoDifference(@ForAll long seed) {
        Random random = new Random(seed);
        List<LineAmount> lines = new ArrayList<>(IntStream.range(0, 1 + random.nextInt(20))
                .mapToObj(i -> random(i, random))
                .toList());
        List<Purchase> purchases = Purchase.of(lines).toList();
        Collections.shuffle(lines, random);
        assertThat(Purchase.of(lines)).containsExactlyInAnyOrderElementsOf(purchases);
    }

    private static LineAmount random(int i, Random random) {
        String customer = random.nextBoolean() ? null : "customer-" + random.nextInt(3);
        LocalDateTime date = LocalDateTime.parse("2010-12-01T08:00:00").plusSeconds(random.nextInt(2));
        TransactionLine line = soldAt(
                line("536365", "S", "line-" + i, customer, random.nextInt(-9, 9), "1.0" + random.nextInt(10)),
                date,
                random.nextBoolean() ? "France" : "EIRE");
        TransactionLine sent = random.nextBoolean() ? line : ofShop(line, "shop-" + random.nextInt(2));
        return LineAmount.of(StoredLine.of(sent, TransactionHashing.versionOf(sent)));
    }
}
