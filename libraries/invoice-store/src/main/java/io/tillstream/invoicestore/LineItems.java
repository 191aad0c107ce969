package io.tillstream.invoicestore;

import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primaryPartitionKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primarySortKey;

import io.tillstream.model.Attributes;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.layout.SortKeys;
import io.tillstream.storecalls.AttributesConverter;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/**
 * How lines are stored in the table Invoices: one item a line, the derived fields written along for who reads it
 * directly.
 */
final class LineItems {

    /** Names of attributes that are used in more than one place. */
    static final String INVOICE_NO = "invoiceNo";

    static final String KEY = "stockCode#lineId";
    static final String STOCK_CODE = "stockCode";
    static final String LINE_ID = "lineId";
    static final String STORE_ID = "storeId";
    static final String CUSTOMER_ID = "customerId";
    static final String INVOICE_DATE = "invoiceDate";
    static final String LINE_TOTAL = "lineTotal";
    static final String COUNTRY = "country";
    static final String VERSION = "version";
    static final String FORMER = "formerCustomers";
    static final String IS_VOID = "isVoid";

    /** Of lines that were stored when versions were not; nothing but a void comes before them. */
    static final String NO_VERSION = "";

    static final TableSchema<StoredLine> SCHEMA = StaticImmutableTableSchema.builder(
                    StoredLine.class, LineItemBuilder.class)
            .newItemBuilder(LineItemBuilder::new, LineItemBuilder::build)
            .addAttribute(
                    String.class,
                    a -> a.name(INVOICE_NO)
                            .getter(stored -> stored.line().invoiceNo().value())
                            .setter(LineItemBuilder::invoiceNo)
                            .tags(primaryPartitionKey()))
            .addAttribute(
                    String.class,
                    a -> a.name(KEY)
                            .getter(stored -> sortKey(stored.line()))
                            .setter(LineItemBuilder::derived)
                            .tags(primarySortKey()))
            .addAttribute(
                    String.class,
                    a -> a.name(STOCK_CODE)
                            .getter(stored -> stored.line().stockCode().value())
                            .setter(LineItemBuilder::stockCode))
            .addAttribute(
                    String.class,
                    a -> a.name(LINE_ID)
                            .getter(stored -> stored.line().lineId().value())
                            .setter(LineItemBuilder::lineId))
            .addAttribute(
                    String.class,
                    a -> a.name("description")
                            .getter(stored -> stored.line().content().description())
                            .setter(LineItemBuilder::description))
            .addAttribute(
                    Long.class,
                    a -> a.name("quantity")
                            .getter(stored -> stored.line().quantity())
                            .setter(LineItemBuilder::quantity))
            .addAttribute(
                    String.class,
                    a -> a.name(INVOICE_DATE)
                            .getter(stored -> text(stored.line().invoiceDate()))
                            .setter(LineItemBuilder::invoiceDate))
            .addAttribute(
                    BigDecimal.class,
                    a -> a.name("unitPrice")
                            .getter(stored -> stored.line().unitPrice())
                            .setter(LineItemBuilder::unitPrice))
            .addAttribute(
                    BigDecimal.class,
                    a -> a.name(LINE_TOTAL)
                            .getter(stored -> stored.line().lineTotal())
                            .setter(LineItemBuilder::derived))
            .addAttribute(
                    String.class,
                    a -> a.name(CUSTOMER_ID)
                            .getter(stored -> stored.line()
                                    .customerId()
                                    .map(id -> id.value())
                                    .orElse(null))
                            .setter(LineItemBuilder::customerId))
            .addAttribute(
                    String.class,
                    a -> a.name(COUNTRY)
                            .getter(stored -> stored.line().country())
                            .setter(LineItemBuilder::country))
            .addAttribute(
                    String.class,
                    a -> a.name("kind")
                            .getter(stored -> stored.line().kind().name())
                            .setter(LineItemBuilder::derived))
            .addAttribute(
                    String.class,
                    a -> a.name(STORE_ID)
                            .getter(stored -> stored.line()
                                    .storeId()
                                    .map(id -> id.value())
                                    .orElse(null))
                            .setter(LineItemBuilder::storeId))
            .addAttribute(
                    String.class,
                    a -> a.name("receivedAt")
                            .getter(stored -> stored.line().receivedAt().toString())
                            .setter(LineItemBuilder::receivedAt))
            .addAttribute(
                    Attributes.class,
                    a -> a.name("attributes")
                            .getter(stored -> stored.line().attributes().isEmpty()
                                    ? null
                                    : stored.line().attributes())
                            .setter(LineItemBuilder::attributes)
                            .attributeConverter(new AttributesConverter()))
            .addAttribute(
                    String.class,
                    a -> a.name(VERSION).getter(StoredLine::version).setter(LineItemBuilder::version))
            .addAttribute(
                    Boolean.class,
                    a -> a.name(IS_VOID)
                            .getter(stored -> stored.line().isVoid() ? true : null)
                            .setter(LineItemBuilder::isVoid))
            .addAttribute(
                    EnhancedType.setOf(String.class),
                    a -> a.name(FORMER)
                            .getter(stored -> stored.former().isEmpty() ? null : stored.former())
                            .setter(LineItemBuilder::former))
            .build();

    private LineItems() {}

    static String sortKey(TransactionLine line) {
        return SortKeys.of(line.key());
    }

    /** With its seconds, even when they are zero, so that all such texts sort by time. */
    static String text(LocalDateTime time) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }
}
