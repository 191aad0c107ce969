package io.tillstream.invoicestore;

import static io.tillstream.storecalls.Failures.available;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.TransactionLine;
import io.tillstream.storecalls.StoreActivity;
import io.tillstream.storecalls.StoreCalls;
import io.tillstream.storecalls.StoreSettings;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/**
 * Invoices and customers in DynamoDB.
 *
 * <p>A line is only ever put under its own key, and in place of another version of it only when it comes before that; a
 * void is such a version. So
 * an invoice's set of lines grows and never shrinks, and each line only changes towards the version that counts. After
 * that, its summary is put in place of one that was made of fewer of its lines or of versions that do not count, so
 * writers may overlap in any way and end up the same.
 */
public final class DynamoDbInvoiceStore implements InvoiceWriter, InvoiceReader {

    /** The kinds of calls that adding lines takes. */
    public static final Set<StoreActivity.Call> CALLS =
            Collections.unmodifiableSet(EnumSet.range(StoreActivity.Call.WRITE_LINES, StoreActivity.Call.WRITE_LARGE));

    /** BatchExecuteStatement takes no more. */
    private static final int MAX_STATEMENTS = 25;

    private final StoreCalls calls;
    private final LineBatches batches;
    private final LineInserts inserts;
    private final Voids voids;
    private final SummaryStore summaryStore;
    private final Summaries summaries;
    private final DynamoDbLookup lookup;
    private final DynamoDbCustomers customers;

    public DynamoDbInvoiceStore(InvoiceTables tables, StoreSettings settings) {
        this.calls = new StoreCalls(settings);
        this.batches = new LineBatches(tables, calls);
        this.inserts = new LineInserts(tables, calls);
        this.voids = new Voids(new DynamoDbVoids(tables, calls));
        this.summaryStore = new DynamoDbSummaries(tables, calls);
        this.summaries =
                new Summaries(summaryStore, new DynamoDbLargeInvoices(tables, calls), settings.rememberLines());
        this.lookup = new DynamoDbLookup(tables);
        this.customers = new DynamoDbCustomers(tables);
    }

    /** @param concurrency how many calls may be under way to add lines */
    public DynamoDbInvoiceStore(InvoiceTables tables, int concurrency) {
        this(tables, StoreSettings.upTo(concurrency));
    }

    @Override
    public List<RefusedLine> add(Collection<TransactionLine> added, ReplacedLines replaced) {
        DistinctLines versions = DistinctLines.of(added);
        return available(() -> {
            voids.announce(versions.others());
            List<StoredLine> named = voids.notVoid(versions.namedByContent());
            List<RefusedLine> unstorable = batches.put(named);
            List<StoredLine> voided = voids.of(named);
            LineInserts.Inserted inserted = inserts.put(both(versions.others(), voided), counted(replaced));
            List<RefusedLine> refused = Stream.of(versions.refused(), unstorable, inserted.refused())
                    .flatMap(List::stream)
                    .toList();
            calls.activity()
                    .foundOtherVersions(refused.stream()
                            .filter(line -> line.cause() == RefusedLine.Cause.OTHER_VERSION)
                            .count());
            List<StoredLine> stored = Stream.concat(
                            without(unstorable, named).filter(line -> !isAmong(voided, line)),
                            inserted.stored().stream())
                    .toList();
            return Stream.concat(refused.stream(), summarise(stored)).toList();
        });
    }

    private ReplacedLines counted(ReplacedLines replaced) {
        return (line, by) -> {
            replaced.keep(line, by);
            calls.activity().foundOtherVersions(1);
        };
    }

    private static List<StoredLine> both(List<StoredLine> some, List<StoredLine> more) {
        return more.isEmpty()
                ? some
                : Stream.concat(some.stream(), more.stream()).toList();
    }

    private static boolean isAmong(List<StoredLine> voided, StoredLine line) {
        return voided.stream()
                .anyMatch(other -> other.line().key().equals(line.line().key()));
    }

    private static Stream<StoredLine> without(List<RefusedLine> refused, List<StoredLine> lines) {
        if (refused.isEmpty()) {
            return lines.stream();
        }
        Set<TransactionLine> out = refused.stream().map(RefusedLine::line).collect(Collectors.toSet());
        return lines.stream().filter(line -> !out.contains(line.line()));
    }

    /** What has been done to add lines. */
    public StoreActivity activity() {
        return calls.activity();
    }

    @Override
    public FoundInvoice invoice(InvoiceNumber invoiceNo, LineSelection selection) {
        return available(() -> lookup.find(invoiceNo, selection));
    }

    @Override
    public FoundInvoice invoice(InvoiceNumber invoiceNo, LineSelection selection, TotalsByShop totals) {
        return available(() -> lookup.find(invoiceNo, selection, totals));
    }

    @Override
    public TotalsByShop addUp(InvoiceNumber invoiceNo, ReadProgress progress) {
        return available(() -> lookup.addUp(invoiceNo, progress));
    }

    @Override
    public Optional<Customer> customer(CustomerId customerId, ShopFilter shops, ReadProgress progress) {
        return available(() -> customers.find(customerId, shops, progress));
    }

    @Override
    public Optional<InvoicePage> invoices(CustomerId customerId, InvoiceSelection selection, ReadProgress progress) {
        return available(() -> customers.invoices(customerId, selection, progress));
    }

    private Stream<RefusedLine> summarise(Collection<StoredLine> stored) {
        Map<SummaryUpdate, List<StoredLine>> updates =
                stored.stream()
                        .collect(Collectors.groupingBy(line -> line.line().invoiceNo()))
                        .entrySet()
                        .stream()
                        .collect(Collectors.toMap(
                                invoice -> update(invoice.getKey(), invoice.getValue()), Map.Entry::getValue));
        Announced announced = summaries.announcedOf(updates.keySet());
        putTogether(updates.keySet());
        return updates.entrySet().stream()
                .gather(Gatherers.mapConcurrent(
                        calls.maxConcurrency(),
                        update -> linesOf(update.getKey().finish(announced), update.getValue())))
                .flatMap(List::stream);
    }

    private SummaryUpdate update(InvoiceNumber invoiceNo, List<StoredLine> stored) {
        return summaries.update(invoiceNo, stored.stream().map(LineAmount::of).toList());
    }

    /** Nearly all summaries can be put as expected, and several in one call. */
    private void putTogether(Collection<SummaryUpdate> updates) {
        updates.stream()
                .flatMap(SummaryUpdate::replacements)
                .gather(Gatherers.windowFixed(MAX_STATEMENTS))
                .filter(several -> several.size() > 1)
                .gather(Gatherers.mapConcurrent(calls.maxConcurrency(), summaryStore::putAll))
                .forEach(done -> done.forEach(SummaryUpdate.Replacement::isDone));
    }

    private static List<RefusedLine> linesOf(RefusedSummaries refused, List<StoredLine> lines) {
        return lines.stream()
                .flatMap(line -> refused.reasonFor(line).stream()
                        .map(reason -> RefusedLine.unstorable(line.line(), "The invoice's summary: " + reason)))
                .toList();
    }
}
