package io.tillstream.producer.report;

import io.tillstream.commandline.ChangingLine;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows progress: on a terminal one line that changes, elsewhere a line every few seconds. */
public final class ReplayProgressDisplay {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final ChangingLine line;
    private final AtomicReference<@Nullable Supplier<ReplayPosition>> followed = new AtomicReference<>();
    private final long begin = System.nanoTime();
    private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();

    private long lastLine = begin;

    /** A display of a replay that begins at this moment. */
    public ReplayProgressDisplay(PrintWriter out, boolean terminal) {
        this.line = new ChangingLine(out, terminal);
    }

    /** Asks here from now on where the replay is. */
    public void follow(Supplier<ReplayPosition> position) {
        followed.set(position);
    }

    /** Takes note of a failure that is being made good, to be shown with the next line. */
    public void trouble(String reason) {
        trouble.set(reason);
    }

    /** Shows where the replay is; to be called several times a second, always by the same thread. */
    public void show() {
        Supplier<ReplayPosition> position = followed.get();
        long time = System.nanoTime();
        if (position == null || (!line.isTerminal() && time - lastLine < BETWEEN_LINES.toNanos())) {
            return;
        }
        lastLine = time;
        ProgressLine progress = new ProgressLine(position.get(), Duration.ofNanos(time - begin));
        line.show((line.isTerminal() ? progress.withBar() : progress.plain()) + troubleSince());
    }

    /** Takes the changing line away. */
    public void clear() {
        line.clear();
    }

    private String troubleSince() {
        String reason = trouble.getAndSet(null);
        return reason == null ? "" : "  (trying again: " + reason + ")";
    }
}
