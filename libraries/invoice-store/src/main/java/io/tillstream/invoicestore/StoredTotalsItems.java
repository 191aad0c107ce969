package io.tillstream.invoicestore;

import static java.util.Objects.requireNonNull;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.Money;
import io.tillstream.model.StoreId;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How the totals of large invoices are stored in the table Customers: under a number that begins with a blank, which no
 * customer's does, and the shop in the place of an invoice's number.
 */
final class StoredTotalsItems {

    /** Where it is announced which invoices are kept. */
    static final Map<String, AttributeValue> ANNOUNCEMENTS = key(" large invoices", "@");

    private static final String BUYER = "buyer";
    private static final String OLD_KEYS = "oldKeys";
    private static final String PARTITION = " invoice ";
    private static final String SHOP = "@";

    private StoredTotalsItems() {}

    static Map<String, AttributeValue> keyOf(ShopInvoice invoice) {
        return key(PARTITION + invoice.invoiceNo().value(), sortKeyOf(invoice));
    }

    /** Where everything lies that is kept of a number. */
    static AttributeValue partitionOf(InvoiceNumber invoiceNo) {
        return AttributeValue.fromS(PARTITION + invoiceNo.value());
    }

    /** Different for any two invoices. */
    static String nameOf(ShopInvoice invoice) {
        return invoice.invoiceNo().value() + sortKeyOf(invoice);
    }

    static Map<String, AttributeValue> itemOf(StoredTotals kept) {
        Map<String, AttributeValue> item = new HashMap<>(keyOf(kept.invoice()));
        item.put(PurchaseItems.DIGEST, AttributeValue.fromS(kept.digest()));
        item.put(OLD_KEYS, AttributeValue.fromBool(kept.oldKeys()));
        kept.totals().ifPresent(totals -> {
            item.put(PurchaseItems.DATE, AttributeValue.fromS(LineItems.text(totals.date())));
            item.put(PurchaseItems.AMOUNT, AttributeValue.fromN(totals.total().toPlainString()));
            item.put(PurchaseItems.LINE_COUNT, AttributeValue.fromN(Long.toString(totals.lineCount())));
            item.put(LineItems.COUNTRY, AttributeValue.fromS(totals.country()));
            if (totals.customerId() != null) {
                item.put(BUYER, AttributeValue.fromS(totals.customerId().value()));
            }
        });
        return item;
    }

    /** Whose it is stands in its sort key. */
    static StoredTotals keptOf(InvoiceNumber invoiceNo, Map<String, AttributeValue> item) {
        String shop = value(item, LineItems.INVOICE_NO).s().substring(SHOP.length());
        return keptOf(new ShopInvoice(invoiceNo, shop.isEmpty() ? null : new StoreId(shop)), item);
    }

    private static StoredTotals keptOf(ShopInvoice invoice, Map<String, AttributeValue> item) {
        return new StoredTotals(
                invoice,
                item.containsKey(PurchaseItems.LINE_COUNT) ? Optional.of(totalsOf(invoice, item)) : Optional.empty(),
                value(item, OLD_KEYS).bool(),
                value(item, PurchaseItems.DIGEST).s());
    }

    private static InvoiceTotals totalsOf(ShopInvoice invoice, Map<String, AttributeValue> item) {
        return new InvoiceTotals(
                invoice.invoiceNo(),
                invoice.shop(),
                Optional.ofNullable(item.get(BUYER))
                        .map(buyer -> new CustomerId(buyer.s()))
                        .orElse(null),
                LocalDateTime.parse(value(item, PurchaseItems.DATE).s()),
                value(item, LineItems.COUNTRY).s(),
                Money.canonical(new BigDecimal(value(item, PurchaseItems.AMOUNT).n())),
                Long.parseLong(value(item, PurchaseItems.LINE_COUNT).n()));
    }

    private static String sortKeyOf(ShopInvoice invoice) {
        StoreId shop = invoice.shop();
        return SHOP + (shop == null ? "" : shop.value());
    }

    private static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of(
                LineItems.CUSTOMER_ID,
                AttributeValue.fromS(partition),
                LineItems.INVOICE_NO,
                AttributeValue.fromS(sort));
    }

    private static AttributeValue value(Map<String, AttributeValue> item, String name) {
        return requireNonNull(item.get(name), name);
    }
}
