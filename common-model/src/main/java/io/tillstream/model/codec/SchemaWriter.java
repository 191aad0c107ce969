package io.tillstream.model.codec;

import io.tillstream.model.row.Field;
import io.tillstream.model.row.FieldShape;
import io.tillstream.model.row.RowFields;
import java.io.ByteArrayOutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes the JSON Schema (draft 2020-12) of the rows of a feed. It knows each field by the name that errors use, and
 * says what a schema can say; what it lets through may still be rejected.
 */
public final class SchemaWriter {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final JsonFactory JSON = new JsonFactory();

    private SchemaWriter() {}

    /**
     * The schema as UTF-8.
     *
     * @param id where it is found
     * @param title what a row is called
     */
    public static byte[] write(String id, String title, RowFields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("$schema", DIALECT);
            json.writeStringProperty("$id", id);
            json.writeStringProperty("title", title);
            json.writeStringProperty("description", fields.description());
            json.writeStringProperty("type", "object");
            writeProperties(json, fields.all());
            writeTexts(json, "required", fields.missingIn(List.of()));
            json.writeBooleanProperty("additionalProperties", fields.own().keepsUnknown());
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void writeProperties(JsonGenerator json, List<Field> fields) {
        json.writeObjectPropertyStart("properties");
        for (Field field : fields) {
            json.writeObjectPropertyStart(field.label());
            writeShape(json, field.shape(), field.isRequired());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void writeShape(JsonGenerator json, FieldShape shape, boolean isRequired) {
        json.writeArrayPropertyStart("type");
        shape.types().forEach(type -> json.writeString(type.text()));
        if (!isRequired) {
            json.writeString("null");
        }
        json.writeEndArray();
        if (!shape.description().isEmpty()) {
            json.writeStringProperty("description", shape.description());
        }
        if (shape.maxLength() != null) {
            if (isRequired) {
                json.writeNumberProperty("minLength", 1);
            }
            json.writeNumberProperty("maxLength", shape.maxLength());
        }
        if (shape.pattern() != null) {
            json.writeStringProperty("pattern", shape.pattern());
        }
        if (!shape.values().isEmpty()) {
            writeValues(json, shape.values(), isRequired);
        }
    }

    private static void writeValues(JsonGenerator json, List<String> values, boolean isRequired) {
        json.writeArrayPropertyStart("enum");
        values.forEach(json::writeString);
        if (!isRequired) {
            json.writeNull();
        }
        json.writeEndArray();
    }

    private static void writeTexts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
