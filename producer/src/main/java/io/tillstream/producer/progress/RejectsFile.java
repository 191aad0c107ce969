package io.tillstream.producer.progress;

import io.tillstream.model.row.FieldError;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Rows that were not taken, one JSON object a line: where they stand, what is wrong, and what was sent. */
public final class RejectsFile implements Closeable {

    private static final JsonFactory JSON = new JsonFactory();

    private final FileChannel channel;

    private RejectsFile(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens or makes the file; what is behind the length was written for rows that will be sent again. */
    public static RejectsFile open(Path path, long length) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(length).position(channel.size());
        return new RejectsFile(channel);
    }

    void append(Reject reject) throws IOException {
        ByteBuffer line = ByteBuffer.wrap(line(reject));
        while (line.hasRemaining()) {
            channel.write(line);
        }
    }

    long length() throws IOException {
        return channel.position();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static byte[] line(Reject reject) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeNumberProperty("row", reject.number());
            json.writeNumberProperty("line", reject.line());
            json.writeArrayPropertyStart("errors");
            reject.faults().forEach(fault -> write(json, fault));
            json.writeEndArray();
            if (reject.json() != null) {
                json.writeName("sent");
                json.writeRawValue(reject.json());
            }
            json.writeEndObject();
            json.writeRaw('\n');
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, FieldError fault) {
        json.writeStartObject();
        json.writeStringProperty("field", fault.field());
        json.writeStringProperty("code", fault.code());
        json.writeStringProperty("message", fault.message());
        json.writeEndObject();
    }
}
