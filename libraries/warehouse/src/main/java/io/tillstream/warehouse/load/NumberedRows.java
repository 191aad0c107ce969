package io.tillstream.warehouse.load;

import io.tillstream.model.FeedLine;
import io.tillstream.model.identity.Digest128;
import io.tillstream.model.identity.LineVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** The lines of one object as gzipped JSON, each with the numbers of its place in staging and its version. */
final class NumberedRows implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final FeedTable feed;
    private final Digest128 digest = new Digest128();
    private final OutputStream out;
    private final int objectNumber;

    NumberedRows(OutputStream file, FeedTable feed, int objectNumber) throws IOException {
        this.out = new GZIPOutputStream(file, BUFFER);
        this.feed = feed;
        this.objectNumber = objectNumber;
    }

    void add(long number, FeedLine line) {
        String numbers = "{\"object_no\":" + objectNumber + ",\"row_no\":" + number + ",\"version\":\""
                + LineVersion.of(line, feed.hashing(), digest) + "\",";
        byte[] object = feed.warehouseForm().encode(line);
        try {
            out.write(numbers.getBytes(StandardCharsets.US_ASCII));
            out.write(object, 1, object.length - 1);
            out.write('\n');
        } catch (IOException full) {
            throw new UncheckedIOException("The lines to be copied could not be written to a temporary file", full);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
