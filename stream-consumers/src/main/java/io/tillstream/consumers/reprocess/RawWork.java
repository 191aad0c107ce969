package io.tillstream.consumers.reprocess;

import io.tillstream.commandline.StopSignal;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.model.codec.Decoded;
import io.tillstream.model.codec.LineCodec;
import io.tillstream.model.layout.SinkName;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Takes one object after another through to the sinks. */
final class RawWork {

    /** Enough to fill the calls of every sink. */
    private static final int ROWS_AT_ONCE = 2_000;

    private final LineCodec codec = new LineCodec();
    private final RawObjects objects;
    private final Map<SinkName, Sink> sinks;
    private final RawTally tally;
    private final StopSignal stop;
    private final ReprocessRetry retry;

    RawWork(RawObjects objects, Map<SinkName, Sink> sinks, RawTally tally, StopSignal stop, ReprocessRetry retry) {
        this.objects = objects;
        this.sinks = sinks;
        this.tally = tally;
        this.stop = stop;
        this.retry = retry;
    }

    /** Through a file, since a slow sink must not keep a download waiting until it is cut off. */
    RawResult process(RawObject object) {
        try {
            Path file = Files.createTempFile("tillstream-reprocess-", ".tmp");
            try {
                retry.untilDone("Reading " + object.key(), () -> {
                    objects.download(object, file);
                    return file;
                });
                deliver(object, file);
            } finally {
                Files.delete(file);
            }
            tally.done(object);
            return new RawResult(object.key(), RunEnding.COMPLETE);
        } catch (NotDoneException e) {
            boolean interrupted = stop.isTold();
            stop.tell();
            return new RawResult(
                    object.key(),
                    interrupted ? RunEnding.INTERRUPTED : RunEnding.gaveUp(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of temporary files cannot be used: " + e.getMessage(), e);
        }
    }

    private void deliver(RawObject object, Path file) throws NotDoneException {
        SinkDelivery delivery = new SinkDelivery(sinks, tally, retry);
        List<StreamLine> rows = new ArrayList<>(ROWS_AT_ONCE);
        long number = 0;
        try (InputStream in = open(object, file)) {
            RawLines lines = new RawLines(in);
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                number = lines.number();
                decode(object, number, line, rows);
                if (rows.size() == ROWS_AT_ONCE) {
                    delivery.deliver(rows);
                    rows.clear();
                }
            }
        } catch (IOException damaged) {
            tally.unreadable(object, number, String.valueOf(damaged.getMessage()));
        }
        delivery.deliver(rows);
    }

    private void decode(RawObject object, long number, byte[] line, List<StreamLine> rows) throws NotDoneException {
        if (stop.isTold()) {
            throw new NotDoneException("told to stop");
        }
        Decoded decoded = codec.decode(line);
        switch (decoded) {
            case Decoded.Line row -> rows.add(SinkDelivery.line(number, row.line(), line));
            case Decoded.Undecodable none -> tally.undecodable(object, number, none.reason());
        }
    }

    private static InputStream open(RawObject object, Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        try {
            return object.isCompressed() ? new GZIPInputStream(bytes, 1 << 16) : new BufferedInputStream(bytes);
        } catch (IOException damaged) {
            bytes.close();
            throw damaged;
        }
    }
}
