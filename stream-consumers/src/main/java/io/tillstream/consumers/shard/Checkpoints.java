package io.tillstream.consumers.shard;

import io.micrometer.core.instrument.Counter;
import io.tillstream.consumers.deliver.ShardProgress;
import io.tillstream.consumers.sink.Position;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.kinesis.exceptions.InvalidStateException;
import software.amazon.kinesis.exceptions.KinesisClientLibDependencyException;
import software.amazon.kinesis.exceptions.ShutdownException;
import software.amazon.kinesis.exceptions.ThrottlingException;
import software.amazon.kinesis.processor.RecordProcessorCheckpointer;

/**
 * Writes a shard's checkpoints. One that fails is not fatal: what it covers is stored already, it is written again on
 * the next occasion unless a later one covers it, and a redelivery changes nothing.
 */
final class Checkpoints {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final String shardId;
    private final ShardProgress progress;
    private final Counter failures;
    private @Nullable Position due;
    private boolean failing;

    Checkpoints(String shardId, ShardProgress progress, Counter failures) {
        this.shardId = shardId;
        this.progress = progress;
        this.failures = failures;
    }

    /** All up to there is stored. */
    void owe(Position stored) {
        due = stored;
    }

    /** Writes what is due, as an explicit place: KCL's own notion of "here" is what it delivered, not what is stored. */
    Outcome write(RecordProcessorCheckpointer checkpointer) {
        Position place = due;
        if (place == null) {
            return Outcome.WRITTEN;
        }
        Outcome outcome = attempt(() -> checkpointer.checkpoint(place.sequence().toString(), place.subSequence()));
        if (outcome == Outcome.WRITTEN) {
            due = null;
            progress.checkpointed(place);
        }
        return outcome;
    }

    /** The shard has ended and all of it is stored; the only case in which KCL wants no place. */
    Outcome writeEnd(RecordProcessorCheckpointer checkpointer) {
        return attempt(checkpointer::checkpoint);
    }

    private Outcome attempt(Checkpoint checkpoint) {
        try {
            checkpoint.write();
            failing = false;
            return Outcome.WRITTEN;
        } catch (ShutdownException leaseLost) {
            return Outcome.LEASE_LOST;
        } catch (ThrottlingException
                | KinesisClientLibDependencyException
                | InvalidStateException
                | IllegalArgumentException failure) {
            // The last is how KCL says that a place lies before the last one or after what it delivered, and the one
            // before that there is no lease table. It would skip a batch whose processing throws.
            failures.increment();
            if (!failing) {
                LOG.warn("The checkpoint of {} was not written, and is tried again: {}", shardId, failure.toString());
            }
            failing = true;
            return Outcome.FAILED;
        }
    }

    /** What became of a checkpoint. */
    enum Outcome {
        WRITTEN,
        FAILED,
        LEASE_LOST
    }

    @FunctionalInterface
    private interface Checkpoint {
        void write() throws ShutdownException, InvalidStateException;
    }
}
