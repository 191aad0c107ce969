package io.tillstream.invoicestore;

import static java.util.Objects.requireNonNull;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primaryPartitionKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primarySortKey;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/** A narrow, read-only view of the table Invoices: what a summary needs, and no byte more over the wire. */
final class LineAmountItems {

    static final List<String> ATTRIBUTES = List.of(
            LineItems.INVOICE_NO,
            LineItems.KEY,
            LineItems.CUSTOMER_ID,
            LineItems.INVOICE_DATE,
            LineItems.LINE_TOTAL,
            LineItems.COUNTRY);

    static final TableSchema<LineAmount> SCHEMA = StaticImmutableTableSchema.builder(LineAmount.class, Builder.class)
            .newItemBuilder(Builder::new, Builder::build)
            .addAttribute(
                    String.class,
                    a -> a.name(LineItems.INVOICE_NO)
                            .getter(line -> line.invoiceNo().value())
                            .setter((builder, value) -> builder.invoiceNo = value)
                            .tags(primaryPartitionKey()))
            .addAttribute(
                    String.class,
                    a -> a.name(LineItems.KEY)
                            .getter(LineAmount::key)
                            .setter((builder, value) -> builder.key = value)
                            .tags(primarySortKey()))
            .addAttribute(
                    String.class,
                    a -> a.name(LineItems.CUSTOMER_ID)
                            .getter(line ->
                                    line.customerId().map(CustomerId::value).orElse(null))
                            .setter((builder, value) -> builder.customerId = value))
            .addAttribute(
                    String.class,
                    a -> a.name(LineItems.INVOICE_DATE)
                            .getter(line -> LineItems.text(line.date()))
                            .setter((builder, value) -> builder.date = value))
            .addAttribute(
                    BigDecimal.class,
                    a -> a.name(LineItems.LINE_TOTAL)
                            .getter(LineAmount::amount)
                            .setter((builder, value) -> builder.amount = value))
            .addAttribute(
                    String.class,
                    a -> a.name(LineItems.COUNTRY)
                            .getter(LineAmount::country)
                            .setter((builder, value) -> builder.country = value))
            .build();

    private LineAmountItems() {}

    private static final class Builder {
        private @Nullable String invoiceNo;
        private @Nullable String key;
        private @Nullable String customerId;
        private @Nullable String date;
        private @Nullable BigDecimal amount;
        private @Nullable String country;

        private LineAmount build() {
            return new LineAmount(
                    new InvoiceNumber(requireNonNull(invoiceNo)),
                    requireNonNull(key),
                    Optional.ofNullable(customerId).map(CustomerId::new),
                    LocalDateTime.parse(requireNonNull(date)),
                    requireNonNull(amount),
                    requireNonNull(country));
        }
    }
}
