package io.tillstream.model.codec;

import io.tillstream.model.Attributes;
import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineContent;
import io.tillstream.model.LineId;
import io.tillstream.model.StockCode;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/** Reads lines of transactions: versions 1 and 2 of the wire form, and the form of the warehouse. One instance a line. */
final class LineReader {

    private static final JsonFactory JSON = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .build();

    /** Of a line; of what voids one, the next. */
    static final int VERSION = 1;

    private static final int VERSION_OF_VOID = VERSION + 1;

    /** Lines of earlier versions do not say when they were received: they come before all that do. */
    private static final Instant NOT_SAID = Instant.EPOCH;

    private final JsonParser json;

    private int version;
    private @Nullable InvoiceNumber invoiceNo;
    private @Nullable StockCode stockCode;
    private @Nullable LineId lineId;
    private @Nullable String description;
    private @Nullable Long quantity;
    private @Nullable LocalDateTime invoiceDate;
    private @Nullable BigDecimal unitPrice;
    private @Nullable BigDecimal lineTotal;
    private @Nullable CustomerId customerId;
    private @Nullable String country;
    private @Nullable StoreId storeId;
    private @Nullable Instant receivedAt;
    private Attributes attributes = Attributes.NONE;
    private boolean isVoid;

    private LineReader(JsonParser json) {
        this.json = json;
    }

    static Decoded read(byte[] bytes, int offset, int length) {
        return read(bytes, offset, length, LineReader::ofItsVersion);
    }

    static Decoded readSales(byte[] bytes, int offset, int length) {
        return read(bytes, offset, length, LineReader::withItsTotal);
    }

    private static Decoded read(byte[] bytes, int offset, int length, Function<LineReader, Decoded> line) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes, offset, length)) {
            LineReader reader = new LineReader(json);
            return reader.failure().<Decoded>map(Decoded.Undecodable::new).orElseGet(() -> line.apply(reader));
        } catch (JacksonException e) {
            return new Decoded.Undecodable("not well-formed JSON, or a number out of range");
        } catch (DateTimeException e) {
            return new Decoded.Undecodable("a malformed date or time");
        } catch (IllegalArgumentException e) {
            return new Decoded.Undecodable(String.valueOf(e.getMessage()));
        }
    }

    /** Reads the one object that there should be. */
    private Optional<String> failure() {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return Optional.of("not a JSON object");
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            if (json.nextToken() != JsonToken.VALUE_NULL) {
                property(name);
            }
        }
        return json.nextToken() == null ? Optional.empty() : Optional.of("more than one JSON value");
    }

    private Decoded ofItsVersion() {
        return version == (isVoid ? VERSION_OF_VOID : VERSION)
                ? new Decoded.Line(line(receivedAt))
                : new Decoded.Undecodable("not version " + VERSION + " of a line, and not version " + VERSION_OF_VOID
                        + " of what voids one");
    }

    private Decoded withItsTotal() {
        TransactionLine line = line(receivedAt == null ? NOT_SAID : receivedAt);
        return line.lineTotal().compareTo(present("line_total", lineTotal)) == 0
                ? new Decoded.Line(line)
                : new Decoded.Undecodable("line_total is not quantity times unit_price");
    }

    private void property(String name) {
        switch (name) {
            case "v" -> version = json.getIntValue();
            case "invoiceNo", "invoice_no" -> invoiceNo = new InvoiceNumber(text(name));
            case "stockCode", "stock_code" -> stockCode = new StockCode(text(name));
            case "lineId", "line_id" -> lineId = new LineId(text(name));
            case "description" -> description = text(name);
            case "quantity" -> quantity = number(name).getLongValue();
            case "invoiceDate", "invoice_date" -> invoiceDate = WireTime.parse(text(name));
            case "unitPrice", "unit_price" -> unitPrice = number(name).getDecimalValue();
            case "line_total" -> lineTotal = number(name).getDecimalValue();
            case "customerId", "customer_id" -> customerId = new CustomerId(text(name));
            case "country" -> country = text(name);
            case "kind" ->
                isVoid = json.currentToken() == JsonToken.VALUE_STRING && TransactionColumns.VOID.equals(text(name));
            case "storeId", "store_id" -> storeId = new StoreId(text(name));
            case "receivedAt" -> receivedAt = WireTime.parseInstant(text(name));
            case "received_at" -> receivedAt = WireTime.parseSpacedInstant(text(name));
            case AttributesJson.NAME -> attributes = AttributesJson.read(json);
            default -> json.skipChildren();
        }
    }

    private TransactionLine line(@Nullable Instant received) {
        LineContent content = new LineContent(
                present("invoiceNo", invoiceNo),
                present("stockCode", stockCode),
                description,
                present("quantity", quantity),
                present("invoiceDate", invoiceDate),
                present("unitPrice", unitPrice),
                customerId,
                present("country", country),
                storeId);
        return new TransactionLine(
                content, present("lineId", lineId), present("receivedAt", received), attributes, isVoid);
    }

    private String text(String name) {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw new IllegalArgumentException(name + " is not text");
        }
        return json.getString();
    }

    private JsonParser number(String name) {
        JsonToken token = json.currentToken();
        if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
            throw new IllegalArgumentException(name + " is not a number");
        }
        return json;
    }

    private static <T> T present(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
