package io.tillstream.consumers.reprocess;

import io.tillstream.commandline.StopSignal;
import io.tillstream.consumers.rejected.DeadLetter;
import io.tillstream.consumers.rejected.DeadLetterObject;
import io.tillstream.consumers.rejected.DeadLetterStore;
import io.tillstream.model.codec.Decoded;
import io.tillstream.model.codec.LineCodec;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Gatherers;
import software.amazon.awssdk.core.exception.SdkException;

/** Takes up dead letters, a window of them at a time. What still is no line stays as it is. */
final class RejectedRun implements Run {

    private static final int LETTERS_AT_ONCE = 100;
    private static final int CALLS_AT_ONCE = 16;
    private static final String DAY = "/dt=";

    private final RejectedPlan plan;
    private final DeadLetterStore letters;
    private final LetterHandler handler;
    private final RejectedTally tally;
    private final StopSignal stop;
    private final LineCodec codec = new LineCodec();
    private final long begin = System.nanoTime();

    RejectedRun(
            RejectedPlan plan, DeadLetterStore letters, LetterHandler handler, RejectedTally tally, StopSignal stop) {
        this.plan = plan;
        this.letters = letters;
        this.handler = handler;
        this.tally = tally;
        this.stop = stop;
    }

    @Override
    public RejectedReport run() {
        return tally.report(plan.dryRun(), takeUp(), Duration.ofNanos(System.nanoTime() - begin));
    }

    @Override
    public String progress() {
        return tally.progress();
    }

    private RunEnding takeUp() {
        try {
            for (String sink : plan.sinks()) {
                for (List<String> window : windows(sink)) {
                    handler.give(sink, decoded(sink, window));
                }
            }
            return stop.isTold() ? RunEnding.INTERRUPTED : RunEnding.COMPLETE;
        } catch (NotDoneException e) {
            return stop.isTold() ? RunEnding.INTERRUPTED : RunEnding.gaveUp(String.valueOf(e.getMessage()));
        } catch (SdkException failure) {
            return RunEnding.gaveUp("the dead letters cannot be read: " + failure.getMessage());
        }
    }

    private Iterable<List<String>> windows(String sink) {
        return () -> letters.keys(sink)
                .filter(this::isOfTheDays)
                .gather(Gatherers.windowFixed(LETTERS_AT_ONCE))
                .takeWhile(window -> !stop.isTold())
                .iterator();
    }

    private boolean isOfTheDays(String key) {
        int at = key.indexOf(DAY) + DAY.length();
        try {
            return plan.range().meetsDay(LocalDate.parse(key.substring(at, key.indexOf('/', at))));
        } catch (DateTimeException | IndexOutOfBoundsException foreign) {
            // Is read, and reported as what it is.
            return true;
        }
    }

    private List<DecodedLetter> decoded(String sink, List<String> keys) {
        List<DecodedLetter> decoded = new ArrayList<>();
        keys.stream()
                .gather(Gatherers.mapConcurrent(CALLS_AT_ONCE, letters::read))
                .forEach(object -> {
                    switch (object) {
                        case DeadLetterObject.Letter found -> decode(sink, found.letter(), decoded);
                        case DeadLetterObject.None settled -> {}
                        case DeadLetterObject.Foreign foreign -> tally.foreign(foreign.key());
                    }
                });
        return decoded;
    }

    private void decode(String sink, DeadLetter letter, List<DecodedLetter> decoded) {
        if (!plan.range().holds(letter.arrivedAt())
                || plan.stage().filter(stage -> stage != letter.stage()).isPresent()) {
            return;
        }
        tally.read();
        Decoded result = codec.decode(letter.bytes());
        switch (result) {
            case Decoded.Line line -> decoded.add(new DecodedLetter(letter, line.line()));
            case Decoded.Undecodable still -> tally.kept(sink, still.reason());
        }
    }
}
