package io.tillstream.consumers.shard;

import io.tillstream.consumers.sink.Position;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.kinesis.exceptions.InvalidStateException;
import software.amazon.kinesis.exceptions.KinesisClientLibDependencyException;
import software.amazon.kinesis.exceptions.ShutdownException;
import software.amazon.kinesis.exceptions.ThrottlingException;
import software.amazon.kinesis.processor.RecordProcessorCheckpointer;

/**
 * Writes checkpoints. One that fails is not fatal: what it covers is stored already, the next one covers it too, and a
 * redelivery changes nothing.
 */
final class Checkpoints {

    private static final Logger log = LoggerFactory.getLogger(Checkpoints.class);

    private Checkpoints() {}

    /** Always an explicit place: KCL's own notion of "here" is what it delivered, not what is stored. */
    static void at(Position position, RecordProcessorCheckpointer checkpointer) {
        attempt(() -> checkpointer.checkpoint(position.sequence().toString(), position.subSequence()));
    }

    /** The shard has ended and all of it is stored; the only case in which KCL wants no place. */
    static void atEnd(RecordProcessorCheckpointer checkpointer) {
        attempt(checkpointer::checkpoint);
    }

    private static void attempt(Checkpoint checkpoint) {
        try {
            checkpoint.write();
        } catch (ShutdownException leaseLost) {
            log.info("The shard has gone to another worker, which checkpoints from here on");
        } catch (ThrottlingException | KinesisClientLibDependencyException passing) {
            log.warn("A checkpoint was not written, the next one will cover it: {}", passing.toString());
        } catch (InvalidStateException broken) {
            log.error("The lease table cannot be written, progress is not being recorded", broken);
        } catch (IllegalArgumentException outOfRange) {
            // So KCL says that the place lies before the last one, or after what it delivered; it would skip a batch
            // whose processing throws.
            log.error("A checkpoint was refused, progress is not being recorded", outOfRange);
        }
    }

    @FunctionalInterface
    private interface Checkpoint {
        void write() throws ShutdownException, InvalidStateException;
    }
}
