package io.tillstream.invoicestore;

import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.StoreId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks up an invoice of a number that has more lines than can be read at once. */
final class LargeLookup {

    private static final int MOST_SHOPS = 100;

    private final DynamoDbLines lines;
    private final OldKeys oldKeys;
    private final StoredTotalsReader kept;

    LargeLookup(DynamoDbLines lines, OldKeys oldKeys, StoredTotalsReader kept) {
        this.lines = lines;
        this.oldKeys = oldKeys;
        this.kept = kept;
    }

    /** By what is kept, and by keys that tell the shop. */
    FoundInvoice find(InvoiceNumber invoiceNo, LineSelection selection) {
        if (mayHaveOldKeys(invoiceNo)) {
            return new FoundInvoice.NotAddedUp();
        }
        if (!selection.shops().all()) {
            return find(new ShopInvoice(invoiceNo, selection.shops().only()), selection);
        }
        List<ShopInvoice> invoices = invoices(invoiceNo);
        return switch (invoices.size()) {
            case 0 -> new FoundInvoice.None();
            case 1 -> find(invoices.getFirst(), selection);
            default -> several(invoices.stream().map(ShopInvoice::shop));
        };
    }

    /** By what the invoices of the number come to. */
    FoundInvoice find(InvoiceNumber invoiceNo, LineSelection selection, TotalsByShop totals) {
        List<InvoiceTotals> invoices = totals.invoices().stream()
                .filter(invoice -> selection.shops().takes(invoice.shop()))
                .toList();
        return switch (invoices.size()) {
            case 0 -> new FoundInvoice.None();
            case 1 -> page(invoices.getFirst(), selection, totals.oldKeys());
            default -> several(invoices.stream().map(InvoiceTotals::shop));
        };
    }

    /**
     * Only a writer that has read all lines can tell, which is one that stores the totals of an invoice of the number.
     */
    private boolean mayHaveOldKeys(InvoiceNumber invoiceNo) {
        return kept.anyOf(invoiceNo)
                .map(StoredTotals::oldKeys)
                .orElseGet(() -> KeyRange.WITHOUT_SHOP.stream()
                        .anyMatch(range -> lines.first(invoiceNo, range).isPresent()));
    }

    private FoundInvoice find(ShopInvoice invoice, LineSelection selection) {
        Optional<InvoiceTotals> totals = kept.of(invoice).flatMap(StoredTotals::totals);
        if (totals.isPresent()) {
            return page(totals.get(), selection, false);
        }
        LinePage all = lines.read(DynamoDbLines.Wanted.allOf(invoice.invoiceNo(), KeyRange.of(invoice.shop(), null)));
        return all.isWhole() ? FoundInvoice.among(all.stored(), selection) : new FoundInvoice.NotAddedUp();
    }

    private FoundInvoice page(InvoiceTotals totals, LineSelection selection, boolean withOldKeys) {
        if (selection.namesNoArticle()) {
            return new FoundInvoice.One(new InvoiceLines(totals, List.of(), Optional.empty()));
        }
        StoreId shop = totals.shop();
        ShopInvoice invoice = new ShopInvoice(totals.invoiceNo(), shop);
        UnaryOperator<List<PlacedLine>> wanted = page -> page.stream()
                .filter(line -> invoice.holds(line.line()) && selection.wants(line.line()))
                .filter(line -> !line.isVoid())
                .toList();
        LinePage page = lines.read(new DynamoDbLines.Wanted(
                totals.invoiceNo(),
                withOldKeys
                        ? KeyRange.withOldKeys(shop, selection.article().orElse(null))
                        : KeyRange.of(shop, selection.article().orElse(null)),
                selection.after() == null ? null : selection.after().key(),
                selection.limit(),
                withOldKeys ? read -> oldKeys.counting(wanted.apply(read)) : wanted));
        return new FoundInvoice.One(new InvoiceLines(
                totals,
                page.stored().stream().map(StoredLine::line).toList(),
                page.next().map(key -> new LinePlace(key, true))));
    }

    /** Reads the first line of a shop, and then the first line that is not that shop's. */
    private List<ShopInvoice> invoices(InvoiceNumber invoiceNo) {
        List<ShopInvoice> found = new ArrayList<>();
        ShopInvoice withoutShop = new ShopInvoice(invoiceNo, null);
        if (KeyRange.WITHOUT_SHOP.stream().anyMatch(range -> hasLines(withoutShop, lines.first(invoiceNo, range)))) {
            found.add(withoutShop);
        }
        KeyRange left = KeyRange.OF_SHOPS;
        Optional<PlacedLine> next = lines.first(invoiceNo, left);
        while (next.isPresent() && found.size() < MOST_SHOPS) {
            ShopInvoice invoice = new ShopInvoice(
                    invoiceNo, next.get().line().line().storeId().orElse(null));
            if (hasLines(invoice, next)) {
                found.add(invoice);
            }
            left = left.afterAllLike(next.get().key());
            next = lines.first(invoiceNo, left);
        }
        return found;
    }

    /** Where the first line is void it takes a look at those that follow. */
    private boolean hasLines(ShopInvoice invoice, Optional<PlacedLine> first) {
        if (first.isEmpty() || !first.get().isVoid()) {
            return first.isPresent();
        }
        LinePage all = lines.read(DynamoDbLines.Wanted.allOf(invoice.invoiceNo(), KeyRange.of(invoice.shop(), null)));
        return !all.isWhole() || all.lines().stream().anyMatch(line -> !line.isVoid());
    }

    private static FoundInvoice several(Stream<@Nullable StoreId> shops) {
        return new FoundInvoice.Several(
                shops.map(ShopFilter::nameOf).limit(MOST_SHOPS).toList());
    }
}
