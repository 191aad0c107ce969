package io.tillstream.producer.send;

import io.tillstream.producer.send.IngestAnswer.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads the bodies of 202 and 422, and the detail of a problem. One instance a body. */
final class AnswerReader {

    private static final JsonFactory JSON = new JsonFactory();

    private int accepted = -1;
    private int rejected = -1;
    private int dropped;
    private String detail = "";
    private final List<Fault> faults = new ArrayList<>();

    private AnswerReader() {}

    /** The counts and faults, unless the body is not an answer of the ingest API. */
    static Optional<IngestAnswer> answer(byte[] body) {
        AnswerReader reader = new AnswerReader();
        boolean complete = reader.read(body) && reader.accepted >= 0 && reader.rejected >= 0;
        return complete
                ? Optional.of(new IngestAnswer(reader.accepted, reader.rejected, reader.dropped, reader.faults))
                : Optional.empty();
    }

    /** The detail of problem details; empty when there is none. */
    static String detail(byte[] body) {
        AnswerReader reader = new AnswerReader();
        return reader.read(body) ? reader.detail : "";
    }

    private boolean read(byte[] body) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                property(json);
            }
            return true;
        } catch (JacksonException e) {
            return false;
        }
    }

    private void property(JsonParser json) {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
            case "accepted" -> accepted = json.getValueAsInt(-1);
            case "rejected" -> rejected = json.getValueAsInt(-1);
            case "dropped" -> dropped = json.getValueAsInt(0);
            case "detail" -> detail = text(json);
            case "errors" -> readFaults(json);
            default -> json.skipChildren();
        }
    }

    private void readFaults(JsonParser json) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.START_OBJECT) {
            faults.add(fault(json));
        }
    }

    private static Fault fault(JsonParser json) {
        int row = -1;
        String field = "";
        String code = "";
        String message = "";
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "row" -> row = json.getValueAsInt(-1);
                case "field" -> field = text(json);
                case "code" -> code = text(json);
                case "message" -> message = text(json);
                default -> json.skipChildren();
            }
        }
        return new Fault(row, field, code, message);
    }

    private static String text(JsonParser json) {
        String text = json.getValueAsString();
        json.skipChildren();
        return text == null ? "" : text;
    }
}
