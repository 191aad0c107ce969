package io.tillstream.ingest.publish;

import io.tillstream.ingest.publish.PutOutcome.Answer;
import io.tillstream.ingest.publish.PutOutcome.Answered;
import io.tillstream.ingest.publish.PutOutcome.Failed;
import io.tillstream.ingest.publish.PutOutcome.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Makes calls to the stream and settles each of their entries: acknowledged, to be sent again, or refused. A record that
 * lies on a shard where its key does not belong is not acknowledged: the reader of that shard drops it.
 */
final class PutCalls {

    private final StreamGateway gateway;
    private final PublishMeters meters;
    private final CallLog log = new CallLog();
    private final LaneTable table;
    private final Runnable onMisrouted;
    private final LongSupplier clock;

    /** Calls by a gateway; tells when a record lands on another shard than the map says. */
    PutCalls(StreamGateway gateway, PublishMeters meters, LaneTable table, Runnable onMisrouted, LongSupplier clock) {
        this.gateway = gateway;
        this.meters = meters;
        this.table = table;
        this.onMisrouted = onMisrouted;
        this.clock = clock;
    }

    /** Puts the flights by one call, and lands them whatever becomes of it. */
    void put(List<Flight> flights) {
        List<StreamEntry> entries = new ArrayList<>();
        PutOutcome outcome = new Failed("nothing was put");
        long start = clock.getAsLong();
        try {
            for (Flight flight : flights) {
                meters.departed(flight, start);
                flight.parcels().forEach(parcel -> entries.add(parcel.entry()));
            }
            outcome = gateway.put(entries);
        } finally {
            long end = clock.getAsLong();
            meters.called(outcome, end - start);
            log.ended(outcome, end);
            settle(flights, outcome);
        }
    }

    private void settle(List<Flight> flights, PutOutcome outcome) {
        int from = 0;
        for (Flight flight : flights) {
            int to = from + flight.parcels().size();
            switch (outcome) {
                case Answered answered -> settle(flight, answered.answers().subList(from, to));
                case Failed failed -> land(flight, flight.parcels(), 0);
                case Rejected rejected -> {
                    PublishResult refused = new PublishResult.Refused(rejected.reason());
                    flight.parcels().forEach(parcel -> parcel.end(refused));
                    land(flight, List.of(), 0);
                }
            }
            from = to;
        }
    }

    private void settle(Flight flight, List<Answer> answers) {
        List<Parcel> stored = new ArrayList<>();
        List<Parcel> failed = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            Parcel parcel = flight.parcels().get(i);
            Answer answer = answers.get(i);
            if (!answer.isStored()) {
                failed.add(parcel);
                meters.refused(flight.lane(), answer);
            } else if (table.contradicts(answer.shard(), parcel.hash())) {
                failed.add(parcel);
                meters.misplaced();
                log.misplaced(clock.getAsLong());
            } else {
                stored.add(parcel);
                meters.stored(parcel);
                checkShard(flight.lane(), answer);
            }
        }
        land(flight, failed, stored.stream().mapToLong(Parcel::bytes).sum());
        // Not before the lane knows its pace: callers come with more at once, and an outage has left it a slow one.
        stored.forEach(Parcel::acknowledge);
    }

    private void land(Flight flight, List<Parcel> failed, long storedBytes) {
        if (!failed.isEmpty()) {
            meters.retries();
        }
        List<PendingLine> lines =
                failed.stream().flatMap(parcel -> parcel.lines().stream()).toList();
        flight.lane().land(lines, storedBytes, clock.getAsLong());
    }

    private void checkShard(Lane lane, Answer answer) {
        if (lane.shard() != null && !lane.shard().equals(answer.shard())) {
            meters.misrouted();
            onMisrouted.run();
        }
    }
}
