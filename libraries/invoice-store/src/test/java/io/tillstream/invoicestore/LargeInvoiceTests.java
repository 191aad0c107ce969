package io.tillstream.invoicestore;

import static io.tillstream.model.SampleLines.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.identity.TransactionHashing;
import io.tillstream.storecalls.StoreSettings;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An invoice of more lines than a customer could ever buy, which comes in pieces. */
class LargeInvoiceTests implements SummaryStore, LargeInvoices {

    private static final int LINES = 200_000;
    private static final int PIECE = 500;

    private Optional<Purchase> summary = Optional.empty();
    private Optional<StoredTotals> kept = Optional.empty();
    private boolean announced;
    private int first;
    private int stored;
    private Runnable beforeAnnouncement = () -> {};
    private int reads;

    /** Summing all of it up for each piece would be forty million lines; it is read once, when it has become large. */
    @Test
    @Timeout(60)
    void costsEachPieceInProportionToThePiece() {
        Summaries summaries = new Summaries(this, this, StoreSettings.upTo(1).rememberLines());
        for (int from = 0; from < LINES; from += PIECE) {
            List<LineAmount> piece = IntStream.range(from, from + PIECE)
                    .mapToObj(LargeInvoiceTests::amount)
                    .toList();
            SummaryUpdate update = summaries.update(new InvoiceNumber("1"), piece);
            stored = from + PIECE;
            RefusedSummaries refused = update.finish(summaries.announcedOf(List.of(update)));
            assertThat(refused.customers()).isEmpty();
            assertThat(refused.invoices()).isEmpty();
        }
        assertThat(reads).isEqualTo(1);
        assertThat(kept.flatMap(StoredTotals::totals).map(InvoiceTotals::lineCount))
                .contains((long) LINES);
        assertThat(kept.flatMap(StoredTotals::totals).map(InvoiceTotals::total)).contains(new BigDecimal("200000.00"));
        assertThat(summary.map(Purchase::lineCount)).contains((long) LINES);
        assertThat(summary.map(Purchase::amount)).contains(new BigDecimal("200000.00"));
    }

    /** Such lines are stored by then, so they have to be read after it. */
    @Test
    void isKeptWithTheLinesOfAWriterWhoLookedJustBeforeItWasAnnounced() {
        first = LINES - fromLines();
        stored = LINES;
        beforeAnnouncement = () -> {
            stored = LINES + 1;
            finish(new Summaries(this, this, 0), LINES, LINES + 1);
            assertThat(kept).isEmpty();
        };
        finish(new Summaries(this, this, LINES), first, LINES);
        assertThat(kept.flatMap(StoredTotals::totals).map(InvoiceTotals::lineCount))
                .contains(fromLines() + 1L);
    }

    private void finish(Summaries summaries, int from, int to) {
        SummaryUpdate update = summaries.update(
                new InvoiceNumber("1"),
                IntStream.range(from, to).mapToObj(LargeInvoiceTests::amount).toList());
        update.finish(summaries.announcedOf(List.of(update)));
    }

    @Override
    public boolean readLines(InvoiceNumber invoiceNo, Consumer<LineAmount> lines) {
        reads++;
        IntStream.range(first, stored).mapToObj(LargeInvoiceTests::amount).forEach(lines);
        return false;
    }

    @Override
    public Set<ShopInvoice> announcedOf(Collection<ShopInvoice> invoices) {
        return announced ? Set.copyOf(invoices) : Set.of();
    }

    @Override
    public void announce(ShopInvoice invoice) {
        beforeAnnouncement.run();
        announced = true;
    }

    @Override
    public Optional<String> digestOf(ShopInvoice invoice) {
        return kept.map(StoredTotals::digest);
    }

    @Override
    public SummaryPutResult put(StoredTotals totals, Optional<String> replacedDigest) {
        assertThat(kept.map(StoredTotals::digest)).isEqualTo(replacedDigest);
        kept = Optional.of(totals);
        return new SummaryPutResult.Done();
    }

    @Override
    public SummaryPutResult put(Purchase purchase, Optional<String> replacedDigest) {
        assertThat(summary.map(Purchase::digest)).isEqualTo(replacedDigest);
        summary = Optional.of(purchase);
        return new SummaryPutResult.Done();
    }

    @Override
    public List<SummaryUpdate.Replacement> putAll(List<SummaryUpdate.Replacement> replacements) {
        return List.of();
    }

    /** Of the customer, or of a guest when it comes after all of the customer's. */
    private static LineAmount amount(int i) {
        TransactionLine line = line("1", "S" + i % 100, "line-" + i, i < LINES ? "17850" : null, 1, "1.00");
        return LineAmount.of(StoredLine.of(line, TransactionHashing.versionOf(line)));
    }
}
