package io.tillstream.producer.replay;

import io.tillstream.model.AttributeValue;
import io.tillstream.model.FeedLine;
import io.tillstream.model.StoreId;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.row.RawRow;
import io.tillstream.model.row.RawValue;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes rows as the JSON objects of the ingest API. */
final class RowWriter {

    private static final int USUAL_LENGTH = 384;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final List<RowProperty> properties;

    /** Writes rows of this feed. */
    RowWriter(Feed feed) {
        this.properties = RowProperty.of(feed);
    }

    /**
     * A valid row, in canonical spelling and with its identity, and its own fields, which are its only attributes.
     *
     * @param store what to give as the shop when the row has none; nothing when empty
     */
    String valid(FeedLine line, String store) {
        boolean isTagged = !store.isEmpty() && line.content().storeId() == null;
        FeedLine sent = isTagged ? line.inStore(new StoreId(store)) : line;
        StringWriter text = new StringWriter(USUAL_LENGTH);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            properties.forEach(property -> property.write(sent, json));
            sent.attributes().values().forEach((name, value) -> writeOwn(name, value, json));
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void writeOwn(String name, AttributeValue value, JsonGenerator json) {
        switch (value) {
            case AttributeValue.Text text -> json.writeStringProperty(name, text.value());
            case AttributeValue.Numeral number -> json.writeNumberProperty(name, number.value());
            case AttributeValue.Flag flag -> json.writeBooleanProperty(name, flag.value());
        }
    }

    /** An invalid row, as it stands in the file, for the service to say what is wrong with it. */
    static String invalid(RawRow row) {
        StringWriter text = new StringWriter(USUAL_LENGTH);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            for (int i = 0; i < row.size(); i++) {
                json.writeName(row.name(i));
                write(json, row.value(i));
            }
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, RawValue value) {
        switch (value) {
            case RawValue.Text text -> json.writeString(text.value());
            case RawValue.Numeral numeral -> json.writeNumber(numeral.asWritten());
            case RawValue.Other other -> writeOther(json, other);
        }
    }

    private static void writeOther(JsonGenerator json, RawValue.Other value) {
        switch (value) {
            case NULL -> json.writeNull();
            case TRUE -> json.writeBoolean(true);
            case FALSE -> json.writeBoolean(false);
            case NESTED -> {
                json.writeStartObject();
                json.writeEndObject();
            }
        }
    }
}
