package io.tillstream.query.lookups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.tillstream.invoicestore.Customer;
import io.tillstream.invoicestore.CustomerInvoice;
import io.tillstream.invoicestore.FoundInvoice;
import io.tillstream.invoicestore.InMemoryInvoiceStore;
import io.tillstream.invoicestore.InvoicePage;
import io.tillstream.invoicestore.InvoicePlace;
import io.tillstream.invoicestore.InvoiceReader;
import io.tillstream.invoicestore.InvoiceSelection;
import io.tillstream.invoicestore.LineSelection;
import io.tillstream.invoicestore.ReadProgress;
import io.tillstream.invoicestore.ShopFilter;
import io.tillstream.invoicestore.TotalsByShop;
import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.SampleLines;
import io.tillstream.query.deadline.AsOf;
import io.tillstream.query.deadline.Deadline;
import io.tillstream.query.deadline.LongReadings;
import io.tillstream.query.deadline.StillReadingException;
import io.tillstream.query.deadline.WatchedStore;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A store that takes longer for all of a customer, or of an invoice, than a request waits. */
class LookupsTests implements InvoiceReader {

    private static final CustomerId CUSTOMER = new CustomerId("17850");
    private static final InvoiceNumber NUMBER = new InvoiceNumber("536365");
    private static final int INVOICES = 6_000;

    private final InMemoryInvoiceStore memory = new InMemoryInvoiceStore();
    private final CountDownLatch allRead = new CountDownLatch(1);
    private final List<Integer> pagesRead = new ArrayList<>();
    private final Lookups lookups = lookups();

    @AfterEach
    void letAllEnd() {
        allRead.countDown();
    }

    @Test
    void answersACustomerOfVeryManyInvoicesAsOfTheMomentWhenItsReadingBegan() {
        memory.add(List.of(SampleLines.line("536365", "85123A", "1")));
        assertThatExceptionOfType(StillReadingException.class)
                .isThrownBy(() -> lookups.customer(CUSTOMER, ShopFilter.ALL));
        allRead.countDown();
        AsOf<Optional<Customer>> found = await().atMost(ONE_MINUTE)
                .ignoreException(StillReadingException.class)
                .until(() -> lookups.customer(CUSTOMER, ShopFilter.ALL), answer -> true);
        assertThat(found.answer().orElseThrow().invoices()).isEqualTo(1);
        assertThat(found.at()).isNotNull();
    }

    @Test
    void choosesManyPagesOfACustomersInvoicesInOneReading() {
        memory.add(IntStream.range(0, INVOICES)
                .mapToObj(i -> SampleLines.soldAt(
                        SampleLines.line("N" + i, "A", "1"),
                        LocalDateTime.parse("2010-12-01T08:00:00").plusMinutes(i),
                        "France"))
                .toList());
        assertThatExceptionOfType(StillReadingException.class).isThrownBy(() -> lookups.invoices(CUSTOMER, page(null)));
        allRead.countDown();

        List<String> seen = new ArrayList<>();
        InvoicePlace after = null;
        do {
            InvoiceSelection wanted = page(after);
            InvoicePage page = await().atMost(ONE_MINUTE)
                    .ignoreException(StillReadingException.class)
                    .until(() -> lookups.invoices(CUSTOMER, wanted), answer -> true)
                    .answer()
                    .orElseThrow();
            page.invoices().stream()
                    .map(CustomerInvoice::invoiceNo)
                    .map(InvoiceNumber::value)
                    .forEach(seen::add);
            after = page.next().orElse(null);
        } while (after != null);
        assertThat(seen)
                .isEqualTo(IntStream.range(0, INVOICES)
                        .mapToObj(i -> "N" + (INVOICES - 1 - i))
                        .toList());
        // Once for the first 5,000, and then for the last 1,000, in time, and anew for each of their pages but one.
        assertThat(pagesRead.size()).isLessThan(10);
    }

    @Test
    void answersAnInvoiceWhoseTotalsHaveToBeAddedUp() {
        memory.add(List.of(SampleLines.line("536365", "85123A", "1")));
        assertThatExceptionOfType(StillReadingException.class)
                .isThrownBy(() -> lookups.invoice(NUMBER, LineSelection.all()));
        allRead.countDown();
        AsOf<FoundInvoice> found = await().atMost(ONE_MINUTE)
                .ignoreException(StillReadingException.class)
                .until(() -> lookups.invoice(NUMBER, LineSelection.all()), answer -> true);
        assertThat(found.answer()).isInstanceOf(FoundInvoice.One.class);
        assertThat(found.at()).isNotNull();
    }

    @Override
    public FoundInvoice invoice(InvoiceNumber invoiceNo, LineSelection selection) {
        return new FoundInvoice.NotAddedUp();
    }

    @Override
    public FoundInvoice invoice(InvoiceNumber invoiceNo, LineSelection selection, TotalsByShop totals) {
        return memory.invoice(invoiceNo, selection);
    }

    @Override
    public TotalsByShop addUp(InvoiceNumber invoiceNo, ReadProgress progress) {
        waitForAll(progress);
        return memory.addUp(invoiceNo, progress);
    }

    @Override
    public Optional<Customer> customer(CustomerId customerId, ShopFilter shops, ReadProgress progress) {
        waitForAll(progress);
        return memory.customer(customerId, shops, progress);
    }

    @Override
    public Optional<InvoicePage> invoices(CustomerId customerId, InvoiceSelection selection, ReadProgress progress) {
        waitForAll(progress);
        return memory.invoices(customerId, selection, progress);
    }

    private void waitForAll(ReadProgress progress) {
        synchronized (pagesRead) {
            pagesRead.add(1);
        }
        progress.hasReadPage();
        try {
            assertThat(allRead.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static InvoiceSelection page(@Nullable InvoicePlace after) {
        return new InvoiceSelection(null, null, after, 1_000);
    }

    private Lookups lookups() {
        WatchedStore store = new WatchedStore(new Deadline("store", Duration.ofMinutes(1)));
        return new Lookups(
                this,
                store,
                new LongReadings(
                        store,
                        Duration.ofMillis(500),
                        new LongReadingProperties(2, Duration.ofMinutes(5), Duration.ofMinutes(5), 100_000).limits(),
                        Lookups::rowsOf,
                        Clock.systemUTC()));
    }
}
