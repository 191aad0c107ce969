package io.tillstream.loader.parts;

import io.tillstream.model.row.RawRow;
import io.tillstream.model.row.RawValue;
import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A row as it came, as a JSON object; of one that could not be taken apart nothing is left but its place. */
final class RowJson {

    private static final JsonFactory JSON = new JsonFactory();

    private RowJson() {}

    static byte[] of(RawRow row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            for (int i = 0; i < row.size(); i++) {
                json.writeName(row.name(i));
                write(json, row.value(i));
            }
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, RawValue value) {
        switch (value) {
            case RawValue.Text text -> json.writeString(text.value());
            case RawValue.Numeral number -> json.writeNumber(number.asWritten());
            case RawValue.Other.TRUE -> json.writeBoolean(true);
            case RawValue.Other.FALSE -> json.writeBoolean(false);
            case RawValue.Other other -> json.writeNull();
        }
    }
}
