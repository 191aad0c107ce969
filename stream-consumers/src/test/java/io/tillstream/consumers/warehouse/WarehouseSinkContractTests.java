package io.tillstream.consumers.warehouse;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.consumers.sink.SinkContract;
import io.tillstream.model.AttributeValue;
import io.tillstream.model.Attributes;
import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineContent;
import io.tillstream.model.LineId;
import io.tillstream.model.SampleLines;
import io.tillstream.model.StockCode;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.TransactionFeed;
import io.tillstream.model.retry.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows as Firehose has them; who loads them goes by their identity. */
class WarehouseSinkContractTests implements SinkContract {

    private static final Feed FEED = new TransactionFeed();

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final TransactionLine UNSTORABLE = SampleLines.line("536365", "85123A", "unstorable");

    private final FakeFirehose firehose = new FakeFirehose();

    WarehouseSinkContractTests() {
        firehose.invalid = data -> data.contains("\"unstorable\"");
    }

    @Override
    public Sink sink() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        DeliveryCalls calls = new DeliveryCalls(firehose, "transactions", DeliveryCounters.of(FEED.name(), registry));
        return new WarehouseSink(
                FEED,
                new RecordPacker(FEED.warehouseForm(), 1_000),
                new FirehoseWriter(calls, 2, RetryPolicy.every(Duration.ZERO)));
    }

    @Override
    public List<TransactionLine> stored() {
        return firehose.rows().stream().map(row -> read(JSON.readTree(row))).toList();
    }

    @Override
    public void storeFails(boolean fails) {
        firehose.unavailable = call -> fails;
    }

    /** When it was received is not among the columns. */
    @Override
    public TransactionLine kept(TransactionLine line) {
        return new TransactionLine(line.content(), line.lineId(), Instant.EPOCH, line.attributes());
    }

    @Override
    public boolean storesEachLineOnce() {
        return false;
    }

    @Override
    public Optional<TransactionLine> unstorable() {
        return Optional.of(UNSTORABLE);
    }

    private static TransactionLine read(JsonNode row) {
        String customer = text(row, "customer_id");
        String store = text(row, "store_id");
        LineContent content = new LineContent(
                new InvoiceNumber(row.required("invoice_no").asString()),
                new StockCode(row.required("stock_code").asString()),
                text(row, "description"),
                row.required("quantity").asLong(),
                LocalDateTime.parse(row.required("invoice_date").asString().replace(' ', 'T')),
                row.required("unit_price").decimalValue(),
                customer == null ? null : new CustomerId(customer),
                row.required("country").asString(),
                store == null ? null : new StoreId(store));
        return new TransactionLine(
                content,
                new LineId(row.required("line_id").asString()),
                Instant.EPOCH,
                new Attributes(attributes(row.path("attributes"))));
    }

    private static Map<String, AttributeValue> attributes(JsonNode object) {
        Map<String, AttributeValue> values = new HashMap<>();
        object.properties().forEach(one -> values.put(one.getKey(), value(one.getValue())));
        return values;
    }

    private static AttributeValue value(JsonNode value) {
        if (value.isBoolean()) {
            return new AttributeValue.Flag(value.booleanValue());
        }
        return value.isNumber()
                ? new AttributeValue.Numeral(value.decimalValue())
                : new AttributeValue.Text(value.asString());
    }

    private static @Nullable String text(JsonNode row, String name) {
        return row.has(name) ? row.path(name).asString() : null;
    }
}
