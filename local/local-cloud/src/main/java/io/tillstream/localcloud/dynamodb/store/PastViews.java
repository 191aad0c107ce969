package io.tillstream.localcloud.dynamodb.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * The entries as they were a while ago, for readers that are to see that. Views are taken only while somebody asks for
 * them: before a change and with each question, some milliseconds apart.
 */
final class PastViews implements AutoCloseable {

    private static final long NANOS_APART = Duration.ofMillis(10).toNanos();
    private static final long OLDEST_NANOS = Duration.ofSeconds(8).toNanos();
    private static final long INTEREST_NANOS = Duration.ofMinutes(1).toNanos();

    private final EntryTree tree;
    private final LongSupplier nanos;
    private final Deque<Taken> taken = new ArrayDeque<>();
    private volatile boolean wanted;
    private long lastAsked;

    PastViews(EntryTree tree, LongSupplier nanos) {
        this.tree = tree;
        this.nanos = nanos;
    }

    /** To be called before entries change. */
    void beforeChange() {
        if (wanted) {
            keepPresent();
        }
    }

    /** The entries as they were that long ago; where nobody had asked by then, when it first was. */
    synchronized EntryView asOf(Duration age) {
        long now = nanos.getAsLong();
        lastAsked = now;
        wanted = true;
        keepPresent();
        long moment = now - Math.min(age.toNanos(), OLDEST_NANOS);
        // What was taken before a change shows how things had been since the change before it.
        return taken.stream()
                .filter(view -> view.nanos() - moment > 0)
                .findFirst()
                .<EntryView>map(Taken::view)
                .orElse(tree);
    }

    private synchronized void keepPresent() {
        long now = nanos.getAsLong();
        if (now - lastAsked > INTEREST_NANOS) {
            close();
            return;
        }
        while (!taken.isEmpty() && now - taken.getFirst().nanos() > OLDEST_NANOS) {
            taken.removeFirst().view().close();
        }
        if (taken.isEmpty() || now - taken.getLast().nanos() >= NANOS_APART) {
            taken.addLast(new Taken(now, tree.view()));
        }
    }

    /** Lets go of what is kept, which is taken anew for whoever asks again. */
    @Override
    public synchronized void close() {
        wanted = false;
        taken.forEach(old -> old.view().close());
        taken.clear();
    }

    private record Taken(long nanos, TreeView view) {}
}
