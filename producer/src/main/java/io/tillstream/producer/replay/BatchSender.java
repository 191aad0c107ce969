package io.tillstream.producer.replay;

import io.tillstream.model.row.FieldError;
import io.tillstream.producer.progress.Ledger;
import io.tillstream.producer.progress.Receipt;
import io.tillstream.producer.progress.Reject;
import io.tillstream.producer.report.Ending;
import io.tillstream.producer.report.Latencies;
import io.tillstream.producer.send.Answer;
import io.tillstream.producer.send.Courier;
import io.tillstream.producer.send.Delivery;
import io.tillstream.producer.send.IngestRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sends batches when they are due, and notes what is answered. Used by all lanes at once. */
final class Sender {

    private final ReplayPlan.Requests requests;
    private final ReplayId id;
    private final Courier courier;
    private final Ledger ledger;
    private final Latencies latencies = new Latencies();
    private final Outcome outcome;

    Sender(ReplayPlan.Requests requests, ReplayId id, Courier courier, Ledger ledger, Outcome outcome) {
        this.requests = requests;
        this.id = id;
        this.courier = courier;
        this.ledger = ledger;
        this.outcome = outcome;
    }

    Latencies latencies() {
        return latencies;
    }

    /** Sends a lane's next batch; whether the lane may go on. */
    boolean send(int lane, RowBatch batch) throws InterruptedException, IOException {
        List<SentRow> sendable = batch.sendable();
        if (sendable.isEmpty()) {
            ledger.note(lane, unsent(batch));
            return true;
        }
        boolean paced = requests.rate().isPresent();
        if (paced && outcome.stop().pause(Duration.ofNanos(batch.dueAt() - System.nanoTime()))) {
            return false;
        }
        long begin = paced ? batch.dueAt() : System.nanoTime();
        Delivery delivery = courier.deliver(request(lane, sendable));
        Duration response = Duration.ofNanos(System.nanoTime() - begin);
        switch (delivery) {
            case Delivery.Acknowledged done -> {
                latencies.record(done.exchange(), response);
                ledger.note(lane, receipt(batch, sendable, done));
            }
            case Delivery.Failed failed -> outcome.end(new Ending.GaveUp(failed.reason()));
            case Delivery.Stopped stopped -> {}
        }
        return delivery instanceof Delivery.Acknowledged;
    }

    private IngestRequest request(int lane, List<SentRow> rows) {
        Format format = requests.format();
        String body = format.join(rows);
        String key = id.keyOf(lane, rows.getFirst().number(), rows.getLast().number());
        return new IngestRequest(key, format.contentType(), body, requests.gzip(), rows.size());
    }

    private static Receipt unsent(RowBatch batch) {
        List<Reject> rejects = rejects(batch, List.of(), List.of());
        return new Receipt(batch.last().number(), 0, 0, rejects.size(), 0, 0, rejects);
    }

    private static Receipt receipt(RowBatch batch, List<SentRow> sendable, Delivery.Acknowledged done) {
        Answer answer = done.answer();
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
    private static List<Reject> rejects(RowBatch batch, List<SentRow> sendable, List<Answer.Fault> faults) {
        SortedMap<Long, Reject> rejects = new TreeMap<>();
        for (SentRow row : batch.rows()) {
            if (row.fault() != null) {
                rejects.put(row.number(), new Reject(row.number(), row.line(), List.of(row.fault()), null));
            }
        }
        SortedMap<Integer, List<FieldError>> byPlace = new TreeMap<>();
        for (Answer.Fault fault : faults) {
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
