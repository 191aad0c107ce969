package io.tillstream.consumers.shard;

import io.tillstream.consumers.decode.DecodedRecord;
import io.tillstream.consumers.decode.RecordDecoder;
import io.tillstream.consumers.deliver.DeliveryStoppedException;
import io.tillstream.consumers.watch.LeaseChange;
import io.tillstream.model.codec.LineForm;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.kinesis.lifecycle.events.InitializationInput;
import software.amazon.kinesis.lifecycle.events.LeaseLostInput;
import software.amazon.kinesis.lifecycle.events.ProcessRecordsInput;
import software.amazon.kinesis.lifecycle.events.ShardEndedInput;
import software.amazon.kinesis.lifecycle.events.ShutdownRequestedInput;
import software.amazon.kinesis.processor.RecordProcessorCheckpointer;
import software.amazon.kinesis.processor.ShardRecordProcessor;

/**
 * Handles KCL's calls for one shard. It never throws, because KCL would skip the batch; once the lease is over, it
 * takes nothing more in, checkpoints nothing more, and has let go of what it held. Its monitor is held while a shard is
 * worked on, which KCL does by one thread at a time, and which draining waits for.
 */
final class ShardProcessor implements ShardRecordProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(ShardProcessor.class);

    private final LiveShards shards;
    private final RecordDecoder decoder;
    private volatile @Nullable HeldShard held;
    private @Nullable RecordProcessorCheckpointer checkpointer;

    /** @param form of the lines in the stream */
    ShardProcessor(LiveShards shards, LineForm form) {
        this.shards = shards;
        this.decoder = new RecordDecoder(form);
    }

    @Override
    public synchronized void initialize(InitializationInput input) {
        held = shards.begin(this, input.shardId());
    }

    @Override
    public synchronized void processRecords(ProcessRecordsInput input) {
        checkpointer = input.checkpointer();
        Long behind = input.millisBehindLatest();
        work(open -> {
            List<DecodedRecord> records =
                    input.records().stream().map(decoder::decode).toList();
            open.delivery().deliver(records, behind == null ? 0 : behind).ifPresent(open.checkpoints()::owe);
            endIfLost(open, open.checkpoints().write(input.checkpointer()));
        });
    }

    @Override
    public synchronized void shardEnded(ShardEndedInput input) {
        work(open -> {
            open.delivery().drain();
            switch (open.checkpoints().writeEnd(input.checkpointer())) {
                case WRITTEN -> end(open, LeaseChange.ENDED);
                case LEASE_LOST -> end(open, LeaseChange.LOST);
                case FAILED -> {
                    // KCL asks again until it finds the checkpoint.
                }
            }
        });
    }

    /** Not by KCL's own graceful shutdown, which does not end once a shard has. */
    @Override
    public void shutdownRequested(ShutdownRequestedInput input) {
        drain();
    }

    /** KCL says so when the work under way is done, unless that is draining. */
    @Override
    public void leaseLost(LeaseLostInput input) {
        stopWork();
        synchronized (this) {
            HeldShard open = held;
            if (open != null) {
                end(open, LeaseChange.LOST);
            }
        }
    }

    /** Stores and checkpoints all that was taken in, and lets go of the shard. */
    synchronized void drain() {
        work(open -> {
            open.delivery().drain().ifPresent(open.checkpoints()::owe);
            if (checkpointer != null) {
                endIfLost(open, open.checkpoints().write(checkpointer));
            }
            end(open, LeaseChange.HANDED_OVER);
        });
    }

    /** Stops the work under way, from any thread. */
    void stopWork() {
        HeldShard open = held;
        if (open != null) {
            open.lease().end();
        }
    }

    void stopWorkIfLost() {
        HeldShard open = held;
        if (open != null && open.lease().isOver()) {
            open.lease().end();
        }
    }

    private void work(Work work) {
        HeldShard open = held;
        if (open == null) {
            return;
        }
        try {
            work.on(open);
        } catch (DeliveryStoppedException stopping) {
            LOG.warn("{}; the next worker starts at the checkpoint", stopping.getMessage());
            end(open, LeaseChange.LOST);
        }
    }

    private void endIfLost(HeldShard open, Checkpoints.Outcome outcome) {
        if (outcome == Checkpoints.Outcome.LEASE_LOST) {
            LOG.info("The lease of {} is lost; another worker continues from the checkpoint", open.shardId());
            end(open, LeaseChange.LOST);
        }
    }

    private void end(HeldShard open, LeaseChange how) {
        held = null;
        shards.end(this, open, how);
    }

    @FunctionalInterface
    private interface Work {
        void on(HeldShard open) throws DeliveryStoppedException;
    }
}
