package io.tillstream.ingest.http;

import io.tillstream.ingest.accept.Batch;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.row.FieldError;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the result of a request row by row, without building it up in memory first. */
final class AnswerWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private final String partitionKeyName;
    private final String lineIdName;

    /** The result of requests with rows of this feed. */
    AnswerWriter(Feed feed) {
        this.partitionKeyName = feed.partitionKeyName();
        this.lineIdName = feed.lineIdName();
    }

    /** The body of a 202. */
    void writeAccepted(Batch batch, boolean withLines, boolean buffered, OutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            writeCounts(batch, json);
            if (buffered) {
                json.writeBooleanProperty("buffered", true);
            }
            if (withLines) {
                writeLines(batch, json);
            }
            if (!batch.rejected().isEmpty()) {
                writeErrors(batch, json);
            }
            if (withLines && !batch.dropped().isEmpty()) {
                writeDroppedRows(batch, json);
            }
            json.writeEndObject();
        }
    }

    /** The body of a 422. */
    void writeRejected(Batch batch, OutputStream out) {
        ProblemType type = ProblemType.NO_VALID_ROW;
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("type", type.uri().toString());
            json.writeStringProperty("title", type.title());
            json.writeNumberProperty("status", type.status().value());
            json.writeStringProperty("detail", "Every row has faults; see the errors.");
            writeCounts(batch, json);
            writeErrors(batch, json);
            json.writeEndObject();
        }
    }

    private static void writeCounts(Batch batch, JsonGenerator json) {
        json.writeNumberProperty("accepted", batch.accepted().size());
        json.writeNumberProperty("rejected", batch.rejected().size());
        if (!batch.dropped().isEmpty()) {
            json.writeNumberProperty("dropped", batch.dropped().size());
        }
    }

    private void writeLines(Batch batch, JsonGenerator json) {
        json.writeArrayPropertyStart("lines");
        for (Batch.AcceptedRow row : batch.accepted()) {
            json.writeStartObject();
            json.writeNumberProperty("row", row.place());
            json.writeStringProperty(partitionKeyName, row.partitionKey());
            json.writeStringProperty(lineIdName, row.lineId().value());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeDroppedRows(Batch batch, JsonGenerator json) {
        json.writeArrayPropertyStart("droppedRows");
        for (Batch.DroppedRow row : batch.dropped()) {
            json.writeStartObject();
            json.writeNumberProperty("row", row.place());
            json.writeStringProperty("rule", row.rule());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeErrors(Batch batch, JsonGenerator json) {
        json.writeArrayPropertyStart("errors");
        for (Batch.RejectedRow row : batch.rejected()) {
            for (FieldError error : row.errors()) {
                json.writeStartObject();
                json.writeNumberProperty("row", row.place());
                json.writeStringProperty("field", error.field());
                json.writeStringProperty("code", error.code());
                json.writeStringProperty("message", error.message());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }
}
