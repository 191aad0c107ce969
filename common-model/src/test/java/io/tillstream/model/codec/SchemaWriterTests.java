package io.tillstream.model.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tillstream.model.row.EventFields;
import io.tillstream.model.row.Field;
import io.tillstream.model.row.FieldShape;
import io.tillstream.model.row.RowFields;
import io.tillstream.model.row.TransactionFields;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SchemaWriterTests {

    private static final String EVENT = """
        {"event_time": "2019-10-01 00:00:00 UTC", "event_type": "cart", "product_id": 5773203,
         "category_id": "1487580005134238553", "brand": null, "price": 2.62, "user_id": "463240011"}\
        """;
    private static final String SALE = """
        {"InvoiceNo": "536365", "StockCode": "85123A", "Quantity": 6, "InvoiceDate": "12/1/2010 8:26",
         "UnitPrice": "2.55", "CustomerID": 17850, "Country": "United Kingdom"}\
        """;

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final String EVENTS = schemaOf("/schemas/events/v1", "Shop event", EventFields.ALL);
    private static final String TRANSACTIONS =
            schemaOf("/schemas/transactions/v1", "Line of an invoice", TransactionFields.ALL);

    @Test
    void writesTheSchemaOfEventsAsInTheGoldenFile() throws IOException {
        assertThat(EVENTS).isEqualTo(golden("events-schema.json"));
    }

    @Test
    void writesTheSchemaOfTransactionsAsInTheGoldenFile() throws IOException {
        assertThat(TRANSACTIONS).isEqualTo(golden("transactions-schema.json"));
    }

    @Test
    void takesRowsAsTheyAreSent() {
        assertThat(faults(EVENTS, EVENT)).isZero();
        assertThat(faults(TRANSACTIONS, SALE)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"cart\"|\"click\"",
                "\"2019-10-01 00:00:00 UTC\"|\"10/1/2019 0:00\"",
                "5773203|5.5",
                "\"1487580005134238553\"|\"\"",
                "\"1487580005134238553\"|null",
                "2.62|\"free\"",
                "\"brand\"|\"colour\"",
                ", \"user_id\": \"463240011\"|``"
            })
    void refusesEventsThatAreNone(String part, String replacement) {
        assertThat(faults(EVENTS, EVENT.replace(part, replacement))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"536 365\"", "null", "5.5", "\"\""})
    void refusesInvoiceNumbersThatAreNone(String invoiceNo) {
        assertThat(faults(TRANSACTIONS, SALE.replace("\"536365\"", invoiceNo))).isPositive();
    }

    @Test
    void takesNoneOfSeveralValuesWhereTheyAreOptional() {
        FieldShape shape = FieldShape.of(FieldShape.JsonType.STRING).oneOf(List.of("in", "out"));
        RowFields fields = new RowFields(
                List.of(
                        Field.required(0, "way", "send one").shaped(shape),
                        Field.optional(1, "back", "send one").shaped(shape)),
                "Of another feed.",
                "way,back");
        String schema = schemaOf("/schemas/ways/v1", "Way", fields);
        assertThat(faults(schema, "{\"way\": \"in\", \"back\": \"out\"}")).isZero();
        assertThat(faults(schema, "{\"way\": \"in\", \"back\": null}")).isZero();
        assertThat(faults(schema, "{\"way\": \"in\", \"back\": \"\"}")).isPositive();
        assertThat(faults(schema, "{\"way\": null}")).isPositive();
    }

    private static int faults(String schema, String row) {
        return REGISTRY.getSchema(schema).validate(row, InputFormat.JSON).size();
    }

    private static String schemaOf(String id, String title, RowFields fields) {
        return new String(SchemaWriter.write(id, title, fields), UTF_8);
    }

    private static String golden(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(SchemaWriterTests.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), UTF_8).strip();
        }
    }
}
