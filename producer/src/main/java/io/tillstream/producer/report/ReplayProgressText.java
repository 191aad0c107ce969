package io.tillstream.producer.report;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Progress in one line, with a bar where the line changes on a terminal. */
public final class ReplayProgressText {

    private final boolean terminal;
    private final long begin = System.nanoTime();
    private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();

    /** Of a replay that begins at this moment. */
    public ReplayProgressText(boolean terminal) {
        this.terminal = terminal;
    }

    /** Takes note of a failure that is being made good, to be shown with the next line. */
    public void trouble(String reason) {
        trouble.set(reason);
    }

    /** Where the replay is. */
    public String of(ReplayPosition position) {
        ProgressLine progress = new ProgressLine(position, Duration.ofNanos(System.nanoTime() - begin));
        return (terminal ? progress.withBar() : progress.plain()) + troubleSince();
    }

    private String troubleSince() {
        String reason = trouble.getAndSet(null);
        return reason == null ? "" : "  (trying again: " + reason + ")";
    }
}
