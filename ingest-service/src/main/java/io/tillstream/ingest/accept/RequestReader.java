package io.tillstream.ingest.accept;

import io.tillstream.ingest.publish.EncodedLine;
import io.tillstream.ingest.rules.Ruling;
import io.tillstream.model.FeedLine;
import io.tillstream.model.codec.LineForm;
import io.tillstream.model.codec.MalformedRows;
import io.tillstream.model.codec.RowSink;
import io.tillstream.model.identity.ContentHashing;
import io.tillstream.model.row.FieldError;
import io.tillstream.model.row.RowResult;
import io.tillstream.model.row.RowResult.Accepted;
import io.tillstream.model.row.RowResult.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads request bodies: validates and identifies their rows, applies the rules to them and encodes them, one by one and
 * within the bounds of the service.
 */
public final class RequestReader {

    private static final String RULE_FAILED = "rule_failed";

    private final FeedRows rows;
    private final LineForm form;
    private final LineLabels labels;
    private final BodyReader bodies;
    private final Supplier<Batch> batches;
    private final RowMeters meters;
    private final InstantSource clock;

    RequestReader(FeedRows rows, BodyReader bodies, Supplier<Batch> batches, RowMeters meters, InstantSource clock) {
        this.rows = rows;
        this.form = rows.feed().wireForm();
        this.labels = LineLabels.of(rows.feed());
        this.bodies = bodies;
        this.batches = batches;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Reads the body to its end. The stream is not closed.
     *
     * @throws MalformedRows when the body cannot be taken apart into rows; none of them may then be published
     * @throws UnreadableBody when the body is empty, or does not keep its encoding
     * @throws RequestRefused when the body breaks a bound
     */
    public Batch read(InputStream body, Request request) throws IOException, MalformedRows {
        Batch batch = batches.get();
        boolean complete = false;
        try {
            bodies.read(body, request, rowsInto(batch, request));
            complete = true;
            meters.count(batch);
            return batch;
        } catch (RequestRefused e) {
            meters.countRefused(e.reason());
            throw e;
        } finally {
            if (!complete) {
                batch.close();
            }
        }
    }

    /** Takes the rows of one request, each by the same steps: validate, check, apply the rules, encode. */
    private RowSink rowsInto(Batch batch, Request request) {
        ContentHashing hashing = rows.feed().hashing();
        LineChecks checks = new LineChecks(request, hashing, labels, batch::hold);
        Instant receivedAt = clock.instant();
        return (row, lineNumber) -> {
            int place = batch.nextPlace();
            RowResult validated = rows.validator().validate(row, place, checks.identity(), receivedAt);
            if (request.isKeyed()) {
                batch.digest().add(validated, hashing);
            }
            switch (checks.check(validated)) {
                case Accepted accepted -> accept(place, rows.rules().apply(accepted.line()), batch);
                case Rejection rejection -> batch.reject(place, rejection.errors());
            }
        };
    }

    private void accept(int place, Ruling ruling, Batch batch) {
        switch (ruling) {
            case Ruling.Keep kept -> accept(place, kept.line(), batch);
            case Ruling.Drop drop -> batch.drop(new Batch.DroppedRow(place, drop.rule()));
            case Ruling.Fail failure -> batch.reject(place, List.of(fault(failure)));
        }
    }

    private void accept(int place, FeedLine line, Batch batch) {
        batch.accept(place, line.lineId(), new EncodedLine(rows.feed().partitionKey(line), form.encode(line)));
    }

    private static FieldError fault(Ruling.Fail failure) {
        String what = "the rule \"" + failure.rule() + "\" of the service cannot be applied: " + failure.reason();
        return new FieldError("", RULE_FAILED, what);
    }
}
