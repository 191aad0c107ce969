package io.tillstream.localcloud.contract;

import io.tillstream.localcloud.contract.KclConsumer.Event;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.kinesis.exceptions.InvalidStateException;
import software.amazon.kinesis.exceptions.ShutdownException;
import software.amazon.kinesis.lifecycle.events.InitializationInput;
import software.amazon.kinesis.lifecycle.events.LeaseLostInput;
import software.amazon.kinesis.lifecycle.events.ProcessRecordsInput;
import software.amazon.kinesis.lifecycle.events.ShardEndedInput;
import software.amazon.kinesis.lifecycle.events.ShutdownRequestedInput;
import software.amazon.kinesis.processor.ShardRecordProcessor;
import software.amazon.kinesis.retrieval.KinesisClientRecord;

/** Hands on what it gets, and checkpoints only the end of its shard. */
final class KclProcessor implements ShardRecordProcessor {

    private final List<Event> events;
    private final Consumer<List<KinesisClientRecord>> sink;
    private String shard = "";

    KclProcessor(List<Event> events, Consumer<List<KinesisClientRecord>> sink) {
        this.events = events;
        this.sink = sink;
    }

    @Override
    public void initialize(InitializationInput input) {
        shard = input.shardId();
        events.add(new Event(shard, false));
    }

    @Override
    public void processRecords(ProcessRecordsInput input) {
        sink.accept(input.records());
    }

    @Override
    public void leaseLost(LeaseLostInput input) {}

    @Override
    public void shardEnded(ShardEndedInput input) {
        events.add(new Event(shard, true));
        try {
            input.checkpointer().checkpoint();
        } catch (InvalidStateException | ShutdownException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void shutdownRequested(ShutdownRequestedInput input) {}
}
