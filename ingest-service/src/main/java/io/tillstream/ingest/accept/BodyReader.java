package io.tillstream.ingest.accept;

import io.tillstream.ingest.RequestLimits;
import io.tillstream.model.codec.CsvRows;
import io.tillstream.model.codec.JsonRows;
import io.tillstream.model.codec.MalformedRows;
import io.tillstream.model.codec.NdjsonRows;
import io.tillstream.model.codec.RowSink;
import io.tillstream.model.row.RowFields;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;

/** Splits bodies of every format into rows, within bounds of bytes, of time and of bodies at a time. */
final class BodyReader {

    private final JsonRows json = new JsonRows();
    private final NdjsonRows ndjson = new NdjsonRows();
    private final CsvRows csv;

    private final long maxBytes;
    private final RequestLimits limits;
    private final ReadingPermits permits;
    private final RowMeters meters;
    private final InstantSource clock;

    BodyReader(RowFields fields, Bounds bounds, RowMeters meters, InstantSource clock) {
        this.csv = new CsvRows(',', fields);
        this.maxBytes = bounds.maxBytes();
        this.limits = bounds.limits();
        this.permits = bounds.permits();
        this.meters = meters;
        this.clock = clock;
    }

    /** What bodies of all feeds are bound by together. */
    record Bounds(long maxBytes, RequestLimits limits, ReadingPermits permits) {

        Bounds(long maxBytes, RequestLimits limits) {
            this(maxBytes, limits, new ReadingPermits(limits));
        }
    }

    /** Hands over the rows, and returns at the end of the body. */
    void read(InputStream body, Request request, RowSink rows) throws IOException, MalformedRows {
        if (request.announcedLength() > maxBytes) {
            throw RequestRefused.tooManyBytes(maxBytes);
        }
        BoundedBody sent = new BoundedBody(body, maxBytes, new BodyPace(limits, clock));
        try {
            InputStream arrived = BodyStart.awaited(sent, request.announcedLength());
            permits.take(request.sender());
            try {
                unpack(arrived, request.format(), rows);
            } finally {
                permits.release(request.sender());
            }
        } finally {
            meters.countSentBytes(sent.count());
        }
    }

    private void unpack(InputStream sent, BodyFormat format, RowSink rows) throws IOException, MalformedRows {
        if (format.gzip()) {
            try (GzipBody gzip = new GzipBody(sent)) {
                unpacked(gzip, format, rows);
            }
        } else {
            unpacked(sent, format, rows);
        }
    }

    private void unpacked(InputStream unpacked, BodyFormat format, RowSink rows) throws IOException, MalformedRows {
        BoundedBody body = new BoundedBody(unpacked, maxBytes, BodyPace.ANY);
        try {
            switch (format.form()) {
                case JSON -> json.read(body, rows);
                case NDJSON -> ndjson.read(body, rows);
                case CSV -> csv.read(body, format.charset(), rows);
            }
        } finally {
            meters.countUnpackedBytes(body.count());
        }
        if (body.count() == 0) {
            throw new UnreadableBody("the body is empty");
        }
    }
}
