package io.tillstream.consumers.shard;

import static java.util.Objects.requireNonNull;

import io.tillstream.consumers.decode.RecordDecoder;
import io.tillstream.consumers.deliver.Deliveries;
import io.tillstream.consumers.deliver.DeliveryStoppedException;
import io.tillstream.consumers.deliver.ShardDelivery;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.kinesis.lifecycle.events.InitializationInput;
import software.amazon.kinesis.lifecycle.events.LeaseLostInput;
import software.amazon.kinesis.lifecycle.events.ProcessRecordsInput;
import software.amazon.kinesis.lifecycle.events.ShardEndedInput;
import software.amazon.kinesis.lifecycle.events.ShutdownRequestedInput;
import software.amazon.kinesis.processor.ShardRecordProcessor;

/**
 * What KCL calls for one shard. It never throws, because KCL would skip the batch; when a delivery is stopped, it
 * takes nothing more in and checkpoints nothing more.
 */
final class ShardProcessor implements ShardRecordProcessor {

    private static final Logger log = LoggerFactory.getLogger(ShardProcessor.class);

    private final Deliveries deliveries;
    private final RecordDecoder decoder = new RecordDecoder();
    private @Nullable ShardDelivery delivery;
    private boolean stopped;

    ShardProcessor(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public void initialize(InitializationInput input) {
        delivery = deliveries.open(input.shardId());
    }

    @Override
    public void processRecords(ProcessRecordsInput input) {
        unlessStopped(open -> open.deliver(
                        input.records().stream().map(decoder::decode).toList())
                .ifPresent(stored -> Checkpoints.at(stored, input.checkpointer())));
    }

    @Override
    public void leaseLost(LeaseLostInput input) {
        // What is held is the next worker's to deliver; it starts at the checkpoint.
        stopped = true;
    }

    @Override
    public void shardEnded(ShardEndedInput input) {
        unlessStopped(open -> {
            open.drain();
            Checkpoints.atEnd(input.checkpointer());
        });
    }

    @Override
    public void shutdownRequested(ShutdownRequestedInput input) {
        unlessStopped(open -> open.drain().ifPresent(stored -> Checkpoints.at(stored, input.checkpointer())));
    }

    private void unlessStopped(Step step) {
        if (stopped) {
            return;
        }
        try {
            step.run(requireNonNull(delivery, "KCL initializes a processor first"));
        } catch (DeliveryStoppedException stopping) {
            stopped = true;
            log.warn("{}; the next worker starts at the checkpoint", stopping.getMessage());
        }
    }

    @FunctionalInterface
    private interface Step {
        void run(ShardDelivery open) throws DeliveryStoppedException;
    }
}
