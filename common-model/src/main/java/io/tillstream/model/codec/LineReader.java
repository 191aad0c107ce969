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
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads version 1 of the wire form. One instance a record. */
final class LineReader {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser json;

    private int version;
    private @Nullable InvoiceNumber invoiceNo;
    private @Nullable StockCode stockCode;
    private @Nullable LineId lineId;
    private @Nullable String description;
    private @Nullable Long quantity;
    private @Nullable LocalDateTime invoiceDate;
    private @Nullable BigDecimal unitPrice;
    private @Nullable CustomerId customerId;
    private @Nullable String country;
    private @Nullable StoreId storeId;
    private @Nullable Instant receivedAt;
    private Attributes attributes = Attributes.NONE;

    private LineReader(JsonParser json) {
        this.json = json;
    }

    static Decoded read(byte[] bytes, int offset, int length) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes, offset, length)) {
            return new LineReader(json).record();
        } catch (JacksonException e) {
            return new Decoded.Undecodable("not well-formed JSON, or a number out of range");
        } catch (DateTimeException e) {
            return new Decoded.Undecodable("a malformed date or time");
        } catch (IllegalArgumentException e) {
            return new Decoded.Undecodable(String.valueOf(e.getMessage()));
        }
    }

    private Decoded record() {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return new Decoded.Undecodable("not a JSON object");
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            if (json.nextToken() != JsonToken.VALUE_NULL) {
                property(name);
            }
        }
        if (json.nextToken() != null) {
            return new Decoded.Undecodable("more than one JSON value");
        }
        if (version != LineWriter.VERSION) {
            return new Decoded.Undecodable("not version " + LineWriter.VERSION + " of a line");
        }
        return new Decoded.Line(line());
    }

    private void property(String name) {
        switch (name) {
            case "v" -> version = json.getIntValue();
            case "invoiceNo" -> invoiceNo = new InvoiceNumber(text(name));
            case "stockCode" -> stockCode = new StockCode(text(name));
            case "lineId" -> lineId = new LineId(text(name));
            case "description" -> description = text(name);
            case "quantity" -> quantity = number(name).getLongValue();
            case "invoiceDate" -> invoiceDate = LocalDateTime.parse(text(name));
            case "unitPrice" -> unitPrice = number(name).getDecimalValue();
            case "customerId" -> customerId = new CustomerId(text(name));
            case "country" -> country = text(name);
            case "storeId" -> storeId = new StoreId(text(name));
            case "receivedAt" -> receivedAt = Instant.parse(text(name));
            case AttributesJson.NAME -> attributes = AttributesJson.read(json);
            default -> json.skipChildren();
        }
    }

    private TransactionLine line() {
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
        return new TransactionLine(content, present("lineId", lineId), present("receivedAt", receivedAt), attributes);
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
