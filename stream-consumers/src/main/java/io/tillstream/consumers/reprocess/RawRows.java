package io.tillstream.consumers.reprocess;

import io.tillstream.consumers.reprocess.RawReport.Damage;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.model.FeedLine;
import io.tillstream.model.codec.Decoded;
import io.tillstream.model.codec.LineForm;
import io.tillstream.model.codec.LineSplitter;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Reads the rows of raw objects, as far as they can be read, and counts what is none. For several threads. */
final class RawRows {

    /** Enough to fill the calls of every sink. */
    private static final int ROWS_AT_ONCE = 2_000;

    /** Several times what the longest line of the model comes to. */
    private static final int MAX_BYTES = 1 << 20;

    /** As many lines that are none are told with their place. */
    private static final int EXAMPLES = 100;

    private final LineForm form;
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong undecodable = new AtomicLong();
    private final List<Damage> firstUndecodable = new CopyOnWriteArrayList<>();
    private final List<Damage> unreadable = new CopyOnWriteArrayList<>();

    /** @param form of the rows */
    RawRows(LineForm form) {
        this.form = form;
    }

    /** Reads an object that lies in a file, and has its rows taken as they would come from a shard. */
    void read(String key, Path file, Consumer<List<StreamLine>> taker) {
        try (InputStream packed = Files.newInputStream(file);
                InputStream in = key.endsWith(".gz") ? new GZIPInputStream(packed, 1 << 16) : packed) {
            LineSplitter lines = new LineSplitter(in, MAX_BYTES);
            List<StreamLine> rows;
            do {
                rows = next(key, lines);
                read.addAndGet(rows.size());
                taker.accept(rows);
            } while (rows.size() == ROWS_AT_ONCE);
        } catch (IOException damaged) {
            unreadable.add(new Damage(key, 0, String.valueOf(damaged.getMessage())));
        }
    }

    long count() {
        return read.get();
    }

    RawReport.Rows counts() {
        return new RawReport.Rows(
                read.get(), undecodable.get(), List.copyOf(firstUndecodable), List.copyOf(unreadable));
    }

    /** Fewer than as many as are read at once when there are no more. */
    private List<StreamLine> next(String key, LineSplitter lines) {
        List<StreamLine> rows = new ArrayList<>(ROWS_AT_ONCE);
        try {
            while (rows.size() < ROWS_AT_ONCE && lines.next()) {
                byte[] bytes = bytesOf(lines);
                switch (form.decode(bytes)) {
                    case Decoded.Line row -> rows.add(row(lines.number(), row.line(), bytes));
                    case Decoded.Undecodable none -> undecodable(new Damage(key, lines.number(), none.reason()));
                }
            }
        } catch (IOException damaged) {
            unreadable.add(new Damage(key, lines.number(), String.valueOf(damaged.getMessage())));
        }
        return rows;
    }

    private static StreamLine row(long number, FeedLine line, byte[] wire) {
        return new StreamLine(new Position(BigInteger.valueOf(number), 0), line.receivedAt(), line, wire);
    }

    private static byte[] bytesOf(LineSplitter lines) throws IOException {
        ByteBuffer line = lines.bytes();
        if (line == null) {
            throw new IOException("line " + lines.number() + " is no line: it has more than " + MAX_BYTES + " bytes");
        }
        byte[] bytes = new byte[line.remaining()];
        line.get(bytes);
        return bytes;
    }

    private void undecodable(Damage damage) {
        if (undecodable.incrementAndGet() <= EXAMPLES) {
            firstUndecodable.add(damage);
        }
    }
}
