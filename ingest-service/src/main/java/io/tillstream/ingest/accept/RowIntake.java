package io.tillstream.ingest.accept;

import io.tillstream.ingest.IngestProperties;
import io.tillstream.ingest.publish.EncodedLine;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.codec.JsonRows;
import io.tillstream.model.codec.LineCodec;
import io.tillstream.model.codec.MalformedRows;
import io.tillstream.model.identity.LineIdentity;
import io.tillstream.model.layout.PartitionKeys;
import io.tillstream.model.row.RawRow;
import io.tillstream.model.row.RowResult;
import io.tillstream.model.row.RowResult.Accepted;
import io.tillstream.model.row.RowResult.Rejection;
import io.tillstream.model.row.RowValidator;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;

/** Reads request bodies: validates, identifies and encodes their rows one by one, within the bounds of the service. */
public final class RowIntake {

    private final JsonRows jsonRows = new JsonRows();
    private final RowValidator validator = new RowValidator();
    private final LineCodec codec = new LineCodec();

    private final IngestProperties properties;
    private final InFlightBytes inFlight;
    private final RowMeters meters;
    private final Clock clock;

    RowIntake(IngestProperties properties, InFlightBytes inFlight, RowMeters meters, Clock clock) {
        this.properties = properties;
        this.inFlight = inFlight;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Reads the body to its end.
     *
     * @param announcedLength the length of the body, or -1 when it is not known beforehand
     * @throws MalformedRows when the body is not the JSON of rows; none of its rows may then be published
     * @throws RequestRefused when the body breaks a bound
     */
    public Batch read(InputStream body, long announcedLength, LineIdentity identity) throws IOException, MalformedRows {
        long most = properties.maxBody().toBytes();
        if (announcedLength > most) {
            throw new RequestRefused(RequestRefused.Reason.TOO_MANY_BYTES, "the body has more than " + most + " bytes");
        }
        Batch batch = new Batch(inFlight.open());
        boolean complete = false;
        try {
            Instant receivedAt = clock.instant();
            jsonRows.read(new BoundedBody(body, most), (row, line) -> take(row, batch, identity, receivedAt));
            complete = true;
            meters.count(batch);
            return batch;
        } finally {
            if (!complete) {
                batch.close();
            }
        }
    }

    private void take(RawRow row, Batch batch, LineIdentity identity, Instant receivedAt) {
        int place = batch.size();
        if (place >= properties.maxRows()) {
            throw new RequestRefused(
                    RequestRefused.Reason.TOO_MANY_ROWS, "the body has more than " + properties.maxRows() + " rows");
        }
        RowResult result = validator.validate(row, place, identity, receivedAt);
        switch (result) {
            case Accepted accepted -> accept(accepted.line(), place, batch);
            case Rejection rejection -> batch.reject(new Batch.RejectedRow(place, rejection.errors()));
        }
    }

    private void accept(TransactionLine line, int place, Batch batch) {
        batch.accept(
                new Batch.AcceptedRow(place, line.invoiceNo(), line.lineId()),
                new EncodedLine(PartitionKeys.of(line), codec.encode(line)));
    }
}
