package io.tillstream.consumers.reprocess;

import io.tillstream.consumers.reprocess.GivenRows.Row;
import io.tillstream.consumers.reprocess.RawObjects.RawObject;
import io.tillstream.consumers.reprocess.ReprocessTally.Damage;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.model.codec.Decoded;
import io.tillstream.model.codec.LineCodec;
import io.tillstream.model.codec.LineSplitter;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of a raw object that lies in a file. What is no row is counted and passed by. */
final class RawRows implements AutoCloseable {

    /** Several times what the longest line of the model comes to. */
    private static final int MAX_BYTES = 1 << 20;

    private final LineCodec codec = new LineCodec();
    private final RawObject object;
    private final Path file;
    private final ReprocessTally tally;
    private @Nullable InputStream in;

    /** @param file is deleted when the rows are closed */
    RawRows(RawObject object, Path file, ReprocessTally tally) {
        this.object = object;
        this.file = file;
        this.tally = tally;
    }

    /** As far as the object can be read. */
    Stream<Row> rows() {
        try {
            InputStream opened = Files.newInputStream(file);
            in = opened;
            LineSplitter lines = new LineSplitter(object.unpacked(new BufferedInputStream(opened)), MAX_BYTES);
            return Stream.generate(() -> next(lines))
                    .takeWhile(Optional::isPresent)
                    .flatMap(Optional::stream);
        } catch (IOException damaged) {
            tally.unreadable(new Damage(object.key(), 0, String.valueOf(damaged.getMessage())));
            return Stream.empty();
        }
    }

    private Optional<Row> next(LineSplitter lines) {
        try {
            while (lines.next()) {
                ByteBuffer line = lines.bytes();
                if (line == null) {
                    String tooLong = " is no line: it has more than " + MAX_BYTES + " bytes";
                    throw new IOException("line " + lines.number() + tooLong);
                }
                byte[] bytes = new byte[line.remaining()];
                line.get(bytes);
                Decoded decoded = codec.decode(bytes);
                switch (decoded) {
                    case Decoded.Line row -> {
                        return Optional.of(row(lines.number(), row, bytes));
                    }
                    case Decoded.Undecodable none ->
                        tally.undecodable(new Damage(object.key(), lines.number(), none.reason()));
                }
            }
        } catch (IOException damaged) {
            tally.unreadable(new Damage(object.key(), lines.number(), String.valueOf(damaged.getMessage())));
        }
        return Optional.empty();
    }

    /** As a sink would have got it, the number of its line for a place. */
    private static Row row(long number, Decoded.Line row, byte[] wire) {
        Position place = new Position(BigInteger.valueOf(number), 0);
        return new Row(new StreamLine(place, row.line().receivedAt(), row.line(), wire), null);
    }

    @Override
    public void close() {
        try {
            if (in != null) {
                in.close();
            }
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of temporary files cannot be used: " + e.getMessage(), e);
        }
    }
}
