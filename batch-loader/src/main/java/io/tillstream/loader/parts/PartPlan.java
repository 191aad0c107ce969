package io.tillstream.loader.parts;

import io.tillstream.model.TransactionLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What to make of a file.
 *
 * @param load the load's id
 * @param prefix where the parts go
 * @param receivedAt when the file was first taken up; the same in every attempt, so that a part is the same bytes
 * @param finished parts that are there, by number
 * @param onLines told of lines as they go into a part, which is not finished yet, by one thread
 * @param onFinished told of each part that is put, by several threads
 * @param goOn throws when the work is to end
 */
public record PartPlan(
        String load,
        String prefix,
        Cut cut,
        Instant receivedAt,
        RejectLimit limit,
        Map<Integer, Part> finished,
        LinesTaker onLines,
        Consumer<Part> onFinished,
        Runnable goOn) {

    /** Takes lines, part after part. */
    @FunctionalInterface
    public interface LinesTaker {
        void take(int part, List<TransactionLine> lines);
    }
}
