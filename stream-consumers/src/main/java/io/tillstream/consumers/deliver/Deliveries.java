package io.tillstream.consumers.deliver;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.consumers.sink.Refusals;
import io.tillstream.consumers.sink.Sink;
import java.util.function.Supplier;

/** Opens the deliveries of a sink's shards, all of which the same signal stops. */
public final class Deliveries {

    private final Sink sink;
    private final DeadLetters deadLetters;
    private final Persistence persistence;
    private final Counter lines;
    private final Counter poison;

    public Deliveries(Sink sink, DeadLetters deadLetters, StopSignal stop, MeterRegistry metrics) {
        this.sink = sink;
        this.deadLetters = deadLetters;
        this.lines = counter("tillstream.consumer.lines", "Lines taken in, redeliveries included", metrics);
        this.poison = counter("tillstream.consumer.poison", "Records dead-lettered", metrics);
        this.persistence = new Persistence(
                stop, counter("tillstream.consumer.failures", "Attempts to store that failed", metrics));
    }

    public ShardDelivery open(String shardId) {
        return new ShardDelivery(shardId, sink.open(shardId, refusalsOf(shardId)), this);
    }

    /** Repeats a step of a shard's delivery until it is done. */
    <T> T untilDone(String what, Supplier<T> step) throws DeliveryStoppedException {
        return persistence.untilDone(what, step);
    }

    void deadLetter(String shardId, DeadRecord dead) throws DeliveryStoppedException {
        untilDone("Dead-lettering a record of " + shardId, () -> {
            keep(shardId, dead);
            return dead;
        });
    }

    private Refusals refusalsOf(String shardId) {
        return (line, reason) -> keep(shardId, DeadRecord.refused(line, reason));
    }

    private void keep(String shardId, DeadRecord dead) {
        deadLetters.store(sink.name(), shardId, dead);
        poison.increment();
    }

    void countTaken(int taken) {
        lines.increment(taken);
    }

    private Counter counter(String name, String description, MeterRegistry metrics) {
        return Counter.builder(name)
                .description(description)
                .tag("sink", sink.name())
                .register(metrics);
    }
}
