package io.tillstream.invoicestore;

import static java.util.Objects.requireNonNull;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primaryPartitionKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primarySortKey;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/** How purchases are stored in the table Customers: one item for each customer and invoice. */
final class PurchaseItems {

    static final String DATE = "date";
    static final String AMOUNT = "amount";
    static final String LINE_COUNT = "lineCount";
    static final String DIGEST = "digest";

    /** Of items that were put by whoever keeps none. */
    static final String NO_DIGEST = "";

    static final TableSchema<Purchase> SCHEMA = StaticImmutableTableSchema.builder(Purchase.class, Builder.class)
            .newItemBuilder(Builder::new, Builder::build)
            .addAttribute(
                    String.class,
                    a -> a.name(LineItems.CUSTOMER_ID)
                            .getter(purchase -> purchase.customerId().value())
                            .setter((builder, value) -> builder.customerId = value)
                            .tags(primaryPartitionKey()))
            .addAttribute(
                    String.class,
                    a -> a.name(LineItems.INVOICE_NO)
                            .getter(purchase -> purchase.invoiceNo().value())
                            .setter((builder, value) -> builder.invoiceNo = value)
                            .tags(primarySortKey()))
            .addAttribute(
                    String.class,
                    a -> a.name(DATE)
                            .getter(purchase ->
                                    purchase.date().map(LineItems::text).orElse(null))
                            .setter((builder, value) -> builder.date = value))
            .addAttribute(
                    BigDecimal.class,
                    a -> a.name(AMOUNT).getter(Purchase::amount).setter((builder, value) -> builder.amount = value))
            .addAttribute(
                    Long.class,
                    a -> a.name(LINE_COUNT)
                            .getter(Purchase::lineCount)
                            .setter((builder, value) -> builder.lineCount = value))
            .addAttribute(
                    String.class,
                    a -> a.name(LineItems.COUNTRY)
                            .getter(purchase -> purchase.country().orElse(null))
                            .setter((builder, value) -> builder.country = value))
            .addAttribute(
                    String.class,
                    a -> a.name("kind")
                            .getter(purchase -> purchase.kind().name())
                            .setter((builder, value) -> {}))
            .addAttribute(
                    String.class,
                    a -> a.name(DIGEST).getter(Purchase::digest).setter((builder, value) -> builder.digest = value))
            .addAttribute(
                    EnhancedType.listOf(ShopPurchase.class),
                    a -> a.name("shops")
                            .getter(PurchaseItems::shopsOf)
                            .setter((builder, value) -> builder.shops = value)
                            .attributeConverter(new ShopPurchasesConverter()))
            .build();

    private PurchaseItems() {}

    /** Only where shops are told apart: the other attributes say it for lines without a shop. */
    private static @Nullable List<ShopPurchase> shopsOf(Purchase purchase) {
        return purchase.shops().stream().anyMatch(shop -> shop.shop() != null) ? purchase.shops() : null;
    }

    private static final class Builder {
        private @Nullable String customerId;
        private @Nullable String invoiceNo;
        private @Nullable String date;
        private @Nullable BigDecimal amount;
        private @Nullable Long lineCount;
        private @Nullable String country;
        private @Nullable List<ShopPurchase> shops;
        private String digest = NO_DIGEST;

        private Purchase build() {
            return new Purchase(
                    new CustomerId(requireNonNull(customerId)),
                    new InvoiceNumber(requireNonNull(invoiceNo)),
                    shops == null ? whole() : shops,
                    digest);
        }

        private List<ShopPurchase> whole() {
            return requireNonNull(lineCount) == 0
                    ? List.of()
                    : List.of(new ShopPurchase(
                            null,
                            LocalDateTime.parse(requireNonNull(date)),
                            requireNonNull(amount),
                            lineCount,
                            requireNonNull(country)));
        }
    }
}
