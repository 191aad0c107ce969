package io.tillstream.loader.importing;

import io.tillstream.commandline.StopSignal;
import io.tillstream.loader.parts.Part;
import io.tillstream.loader.parts.PartTaker;
import io.tillstream.model.FeedLine;
import io.tillstream.warehouse.load.LoadObject;
import io.tillstream.warehouse.load.LoadReport;
import io.tillstream.warehouse.load.OpenLoad;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads parts into the warehouse while they are made. Whatever goes wrong with it, nothing has happened: the parts are
 * to be loaded once all of them are there, as if this had not been tried.
 */
final class LoadAhead implements PartTaker, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LoadAhead.class);

    /** Lists of lines that wait at most: whoever makes the parts waits then, too. */
    private static final int WAITING = 32;

    /**
     * How long the maker of parts waits for the load's turn. A part that was begun without it is read once it is there.
     */
    private static final Duration FOR_THE_TURN = Duration.ofMillis(250);

    private final Supplier<OpenLoad> warehouse;
    private final Function<Part, LoadObject> objectOf;
    private final Set<Part> given = ConcurrentHashMap.newKeySet();
    private final Semaphore room = new Semaphore(WAITING);
    private final Queue<Lines> waiting = new ConcurrentLinkedQueue<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("load-ahead").factory());
    private final Future<Boolean> takesLines;
    private volatile boolean isGivenUp;

    /** Used by the thread only. */
    private @Nullable OpenLoad load;

    /** Used only by the thread that gives lines. */
    private int latest = -1;

    private boolean isLatestTaken;

    LoadAhead(Supplier<OpenLoad> warehouse, Function<Part, LoadObject> objectOf) {
        this(warehouse, objectOf, false);
    }

    private LoadAhead(Supplier<OpenLoad> warehouse, Function<Part, LoadObject> objectOf, boolean isGivenUp) {
        this.warehouse = warehouse;
        this.objectOf = objectOf;
        this.isGivenUp = isGivenUp;
        this.takesLines = thread.submit(this::open);
    }

    /** Takes nothing. */
    static LoadAhead none() {
        IllegalStateException never = new IllegalStateException("There is nothing to load ahead");
        return new LoadAhead(
                () -> {
                    throw never;
                },
                part -> {
                    throw never;
                },
                true);
    }

    @Override
    public void takeLines(int part, List<FeedLine> lines) {
        try {
            if (part != latest) {
                latest = part;
                isLatestTaken = !isGivenUp && hasTurn();
            }
            if (isLatestTaken) {
                room.acquire();
                waiting.add(new Lines(part, lines));
                thread.execute(this::load);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new StopSignal.StoppedException();
        }
    }

    private boolean hasTurn() throws InterruptedException {
        try {
            return takesLines.get(FOR_THE_TURN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException without) {
            return false;
        }
    }

    @Override
    public void take(Part part) {
        if (!isGivenUp && given.add(part)) {
            thread.execute(() -> attempt(open -> open.add(part.number(), objectOf.apply(part), part.rows())));
        }
    }

    /** Empty, and the load's turn another's, unless all of these parts, and no others, are in the warehouse. */
    Optional<LoadReport> finish(List<Part> manifest) {
        try {
            return !isGivenUp && given.equals(Set.copyOf(manifest))
                    ? Optional.ofNullable(thread.submit(this::finished).get())
                    : Optional.empty();
        } catch (ExecutionException failed) {
            LOG.info("Loading ahead failed; all parts are loaded now instead", failed.getCause());
            return Optional.empty();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new StopSignal.StoppedException();
        } finally {
            close();
        }
    }

    /** Whether lines can be given before their part is there. */
    private boolean open() {
        AtomicBoolean takesThem = new AtomicBoolean();
        attempt(() -> load = warehouse.get());
        attempt(open -> takesThem.setPlain(open.takesLines()));
        return takesThem.getPlain();
    }

    /**
     * All that waits, unless it was loaded with what came before it: a few large pieces cost less than many small ones.
     */
    private void load() {
        Map<Integer, List<FeedLine>> byPart = new LinkedHashMap<>();
        for (Lines next = waiting.poll(); next != null; next = waiting.poll()) {
            byPart.computeIfAbsent(next.part, part -> new ArrayList<>()).addAll(next.lines);
            room.release();
        }
        byPart.forEach((part, lines) -> attempt(open -> open.addLines(part, lines)));
    }

    private void attempt(Consumer<OpenLoad> step) {
        attempt(() -> step.accept(Objects.requireNonNull(load)));
    }

    private void attempt(Runnable step) {
        if (isGivenUp) {
            return;
        }
        boolean isDone = false;
        try {
            step.run();
            isDone = true;
        } catch (RuntimeException failure) {
            LOG.info("Loading ahead was abandoned; all parts are loaded once they are complete", failure);
        } finally {
            if (!isDone) {
                isGivenUp = true;
            }
        }
    }

    private @Nullable LoadReport finished() {
        return load == null || isGivenUp ? null : load.finish();
    }

    /** Rolls back what is not finished, and waits for what is under way. */
    @Override
    public void close() {
        isGivenUp = true;
        if (!thread.isShutdown()) {
            thread.execute(this::takeBack);
            thread.close();
        }
    }

    private void takeBack() {
        if (load != null) {
            load.close();
        }
    }

    private record Lines(int part, List<FeedLine> lines) {}
}
