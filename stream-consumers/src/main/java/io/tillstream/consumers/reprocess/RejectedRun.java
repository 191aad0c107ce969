package io.tillstream.consumers.reprocess;

import io.tillstream.consumers.rejected.DeadLetter;
import io.tillstream.consumers.rejected.LetterBox;
import io.tillstream.consumers.rejected.Mail;
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
    private final LetterBox letters;
    private final SecondChance chance;
    private final RejectedTally tally;
    private final StopSignal stop;
    private final LineCodec codec = new LineCodec();
    private final long begin = System.nanoTime();

    RejectedRun(RejectedPlan plan, LetterBox letters, SecondChance chance, RejectedTally tally, StopSignal stop) {
        this.plan = plan;
        this.letters = letters;
        this.chance = chance;
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

    private Ending takeUp() {
        try {
            for (String sink : plan.sinks()) {
                for (List<String> window : windows(sink)) {
                    chance.give(sink, legible(sink, window));
                }
            }
            return stop.isTold() ? Ending.INTERRUPTED : Ending.COMPLETE;
        } catch (NotDoneException e) {
            return stop.isTold() ? Ending.INTERRUPTED : Ending.gaveUp(String.valueOf(e.getMessage()));
        } catch (SdkException failure) {
            return Ending.gaveUp("the dead letters cannot be read: " + failure.getMessage());
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

    private List<Legible> legible(String sink, List<String> keys) {
        List<Legible> legible = new ArrayList<>();
        keys.stream()
                .gather(Gatherers.mapConcurrent(CALLS_AT_ONCE, letters::read))
                .forEach(mail -> {
                    switch (mail) {
                        case Mail.Letter found -> decode(sink, found.letter(), legible);
                        case Mail.None settled -> {}
                        case Mail.Foreign foreign -> tally.foreign(foreign.key());
                    }
                });
        return legible;
    }

    private void decode(String sink, DeadLetter letter, List<Legible> legible) {
        if (!plan.range().holds(letter.arrivedAt())
                || plan.stage().filter(stage -> stage != letter.stage()).isPresent()) {
            return;
        }
        tally.read();
        Decoded decoded = codec.decode(letter.bytes());
        switch (decoded) {
            case Decoded.Line line -> legible.add(new Legible(letter, line.line()));
            case Decoded.Undecodable still -> tally.kept(sink, still.reason());
        }
    }
}
