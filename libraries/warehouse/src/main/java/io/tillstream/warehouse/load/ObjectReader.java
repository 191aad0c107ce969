package io.tillstream.warehouse.load;

import io.tillstream.model.FeedLine;
import io.tillstream.model.codec.Decoded;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads objects line by line, and keeps the lines that are none. */
final class ObjectReader {

    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final int BUFFER = 1 << 16;
    private static final int REJECTED_AT_ONCE = 1_000;
    private static final Decoded TOO_LONG =
            new Decoded.Undecodable("longer than " + TextLines.LONGEST + " bytes; only its beginning is kept");

    private final ObjectContents contents;
    private final RejectedLines rejected;

    ObjectReader(ObjectContents contents, RejectedLines rejected) {
        this.contents = contents;
        this.rejected = rejected;
    }

    /** Where it keeps the lines that are none. */
    RejectedLines rejected() {
        return rejected;
    }

    /**
     * Hands the lines of an object to a sink, until its end, but for those that void others.
     *
     * @return how much was read, or why the object cannot be: what the sink took then counts for nothing
     */
    <X extends Exception> Staged read(LoadObject object, RowSink<X> sink) throws X {
        try (InputStream bytes = contents.open(object);
                InputStream lines = unpacked(bytes)) {
            return read(object, new TextLines(lines), sink);
        } catch (EOFException | ZipException damaged) {
            return new Staged.Broken("The object is cut off or damaged: " + damaged.getMessage());
        } catch (IOException unreadable) {
            return new Staged.Broken("The object could not be read: " + unreadable);
        }
    }

    /** By what it begins with: a name that ends in {@code .gz} promises nothing. */
    private static InputStream unpacked(InputStream bytes) throws IOException {
        PushbackInputStream peeked = new PushbackInputStream(bytes, GZIP.length);
        byte[] start = peeked.readNBytes(GZIP.length);
        peeked.unread(start);
        return Arrays.equals(start, GZIP) ? new GZIPInputStream(peeked, BUFFER) : peeked;
    }

    private <X extends Exception> Staged read(LoadObject object, TextLines lines, RowSink<X> sink)
            throws IOException, X {
        List<RejectedLine> bad = new ArrayList<>();
        List<FeedLine> voids = new ArrayList<>();
        long rows = 0;
        long good = 0;
        while (lines.next()) {
            if (lines.isBlank()) {
                continue;
            }
            rows++;
            switch (lines.isTooLong() ? TOO_LONG : object.form().decode(lines.bytes())) {
                case Decoded.Line decoded -> {
                    if (decoded.line().isVoid()) {
                        voids.add(decoded.line());
                    } else {
                        sink.take(lines.number(), decoded.line());
                        good++;
                    }
                }
                case Decoded.Undecodable undecodable -> {
                    bad.add(new RejectedLine(object, lines.number(), lines.bytes(), undecodable.reason()));
                    keepIfMany(object, bad);
                }
            }
        }
        keep(object, bad);
        return new Staged.Whole(rows, good, voids);
    }

    private void keepIfMany(LoadObject object, List<RejectedLine> bad) {
        if (bad.size() == REJECTED_AT_ONCE) {
            keep(object, bad);
        }
    }

    private void keep(LoadObject object, List<RejectedLine> bad) {
        if (!bad.isEmpty()) {
            rejected.keep(object, List.copyOf(bad));
            bad.clear();
        }
    }

    /** Takes the lines that were read. */
    @FunctionalInterface
    interface RowSink<X extends Exception> {
        void take(long number, FeedLine line) throws X;
    }
}
