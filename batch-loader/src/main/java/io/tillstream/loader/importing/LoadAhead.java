package io.tillstream.loader.importing;

import io.tillstream.warehouse.load.LoadObject;
import io.tillstream.warehouse.load.LoadReport;
import io.tillstream.warehouse.load.OpenLoad;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes objects into the warehouse as they come about. Whatever goes wrong with it, nothing has happened: the objects are
 * to be loaded once all of them are there, as if this had not been tried. Safe for several threads.
 */
final class LoadAhead implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LoadAhead.class);

    private final Supplier<OpenLoad> warehouse;
    private final Set<LoadObject> given = ConcurrentHashMap.newKeySet();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("load-ahead").factory());
    private volatile boolean isGivenUp;

    /** Known to the thread alone. */
    private @Nullable OpenLoad load;

    LoadAhead(Supplier<OpenLoad> warehouse) {
        this.warehouse = warehouse;
    }

    /** Takes nothing. */
    static LoadAhead none() {
        LoadAhead none = new LoadAhead(() -> {
            throw new IllegalStateException("There is nothing to load ahead");
        });
        none.isGivenUp = true;
        return none;
    }

    void take(LoadObject object) {
        if (!isGivenUp && given.add(object)) {
            thread.execute(() -> load(object));
        }
    }

    /** Empty unless all of these objects, and no others, are in the warehouse. */
    Optional<LoadReport> finish(List<LoadObject> manifest) {
        if (isGivenUp || !given.equals(Set.copyOf(manifest))) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(thread.submit(this::finished).get());
        } catch (ExecutionException failed) {
            log.info("Loading ahead failed; all parts are loaded now instead", failed.getCause());
            return Optional.empty();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new StopSignal.StoppedException();
        } finally {
            close();
        }
    }

    private void load(LoadObject object) {
        if (isGivenUp) {
            return;
        }
        boolean done = false;
        try {
            OpenLoad open = load == null ? warehouse.get() : load;
            load = open;
            open.add(List.of(object));
            done = true;
        } catch (RuntimeException failure) {
            log.info("Loading ahead was given up; all parts are loaded once they are there", failure);
        } finally {
            isGivenUp |= !done;
        }
    }

    private @Nullable LoadReport finished() {
        return load == null || isGivenUp ? null : load.finish();
    }

    /** What is not finished is taken back; the part that is under way is waited for. */
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
}
