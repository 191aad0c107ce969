package io.tillstream.model.codec;

import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;

/**
 * Reads a body that is one JSON object, or an array of them, as rows, one at a time; the body is never held as a
 * whole. Numbers stay as they were written. An element that is not an object, or has very many fields, becomes a row
 * that validation rejects; the rows after it are read all the same. Safe for use by several threads.
 */
public final class JsonRows {

    /**
     * Reads the body to its end. Rows before a fault have been handed over when it is found. What the sink throws
     * passes through.
     *
     * @throws MalformedRows when the body is not well-formed, or neither an object nor an array
     * @throws IOException when the stream fails
     */
    public void read(InputStream body, RowSink rows) throws IOException, MalformedRows {
        InputStream json = ByteOrderMark.skip(body);
        try (JsonParser parser = JsonRow.FACTORY.createParser(ObjectReadContext.empty(), json)) {
            readAll(parser, rows);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private static void readAll(JsonParser json, RowSink rows) throws MalformedRows {
        try {
            readRows(json, rows);
        } catch (JacksonIOException e) {
            throw e;
        } catch (JacksonException e) {
            throw malformed(JsonRow.reasonOf(e), json.currentLocation());
        }
    }

    private static void readRows(JsonParser json, RowSink rows) throws MalformedRows {
        JsonToken first = json.nextToken();
        if (first == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                readRow(json, rows);
            }
        } else if (first == JsonToken.START_OBJECT) {
            readRow(json, rows);
        } else {
            String reason = first == null ? "the body is empty" : "the body is neither an object nor an array";
            throw malformed(reason, json.currentTokenLocation());
        }
        if (json.nextToken() != null) {
            throw malformed("there is more after the end of the rows", json.currentTokenLocation());
        }
    }

    private static void readRow(JsonParser json, RowSink rows) {
        long line = json.currentTokenLocation().getLineNr();
        rows.take(JsonRow.read(json), line);
    }

    private static MalformedRows malformed(String reason, TokenStreamLocation place) {
        return new MalformedRows(reason, place.getLineNr(), place.getColumnNr());
    }
}
