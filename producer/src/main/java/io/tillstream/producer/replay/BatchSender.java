package io.tillstream.producer.replay;

import io.tillstream.model.row.FieldError;
import io.tillstream.producer.progress.Receipt;
import io.tillstream.producer.progress.Reject;
import io.tillstream.producer.progress.ReplayProgress;
import io.tillstream.producer.report.Latencies;
import io.tillstream.producer.report.ReplayEnding;
import io.tillstream.producer.send.IngestAnswer;
import io.tillstream.producer.send.IngestRequest;
import io.tillstream.producer.send.RequestSender;
import io.tillstream.producer.send.SendResult;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sends batches when they are due, and notes what is answered. Used by all connections at once. */
final class BatchSender {

    private final ReplayPlan.Requests requests;
    private final ReplayId id;
    private final RequestSender requestSender;
    private final ReplayProgress progress;
    private final Latencies latencies = new Latencies();
    private final ReplayOutcome outcome;

    BatchSender(
            ReplayPlan.Requests requests,
            ReplayId id,
            RequestSender requestSender,
            ReplayProgress progress,
            ReplayOutcome outcome) {
        this.requests = requests;
        this.id = id;
        this.requestSender = requestSender;
        this.progress = progress;
        this.outcome = outcome;
    }

    Latencies latencies() {
        return latencies;
    }

    /** Sends a connection's next batch; whether the connection may go on. */
    boolean send(int connection, RowBatch batch) throws InterruptedException, IOException {
        List<SentRow> sendable = batch.sendable();
        if (sendable.isEmpty()) {
            progress.note(connection, unsent(batch));
            return true;
        }
        boolean paced = requests.rate().isPresent();
        if (paced && outcome.stop().pause(Duration.ofNanos(batch.dueAt() - System.nanoTime()))) {
            return false;
        }
        long begin = paced ? batch.dueAt() : System.nanoTime();
        SendResult result = requestSender.send(request(connection, sendable));
        Duration response = Duration.ofNanos(System.nanoTime() - begin);
        switch (result) {
            case SendResult.Acknowledged done -> {
                latencies.record(done.exchange(), response);
                progress.note(connection, receipt(batch, sendable, done));
            }
            case SendResult.Failed failed -> outcome.end(new ReplayEnding.GaveUp(failed.reason()));
            case SendResult.Stopped stopped -> {}
        }
        return result instanceof SendResult.Acknowledged;
    }

    private IngestRequest request(int connection, List<SentRow> rows) {
        Format format = requests.format();
        String body = format.join(rows);
        String key =
                id.keyOf(connection, rows.getFirst().number(), rows.getLast().number());
        return new IngestRequest(key, format.contentType(), body, requests.gzip(), rows.size());
    }

    private static Receipt unsent(RowBatch batch) {
        List<Reject> rejects = rejects(batch, List.of(), List.of());
        return new Receipt(batch.last().number(), 0, 0, rejects.size(), 0, 0, rejects);
    }

    private static Receipt receipt(RowBatch batch, List<SentRow> sendable, SendResult.Acknowledged done) {
        IngestAnswer answer = done.answer();
        return new Receipt(
                batch.last().number(),
                sendable.size(),
                answer.accepted(),
                answer.rejected() + batch.rows().size() - sendable.size(),
                answer.dropped(),
                done.retries(),
                rejects(batch, sendable, answer.faults()));
    }

    /** The rows that could not be sent, and those the service did not take, in the order of the file. */
    private static List<Reject> rejects(RowBatch batch, List<SentRow> sendable, List<IngestAnswer.Fault> faults) {
        SortedMap<Long, Reject> rejects = new TreeMap<>();
        for (SentRow row : batch.rows()) {
            if (row.fault() != null) {
                rejects.put(row.number(), new Reject(row.number(), row.line(), List.of(row.fault()), null));
            }
        }
        SortedMap<Integer, List<FieldError>> byPlace = new TreeMap<>();
        for (IngestAnswer.Fault fault : faults) {
            byPlace.computeIfAbsent(fault.row(), place -> new ArrayList<>())
                    .add(new FieldError(fault.field(), fault.code(), fault.message()));
        }
        byPlace.subMap(0, sendable.size()).forEach((place, errors) -> {
            SentRow row = sendable.get(place);
            rejects.put(row.number(), new Reject(row.number(), row.line(), errors, row.json()));
        });
        return List.copyOf(rejects.values());
    }
}
