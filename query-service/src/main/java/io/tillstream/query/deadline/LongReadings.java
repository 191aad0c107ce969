package io.tillstream.query.deadline;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Answers from a store that may take longer than a request waits for. One whose reading gets on goes on in the
 * background, so many of them at once; its answer is kept for a while, and given again with the moment it stands for.
 * An answer that comes in time is never kept.
 */
public final class LongReadings {

    /** An answer older than this is still given, and read again meanwhile. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final WatchedStore store;
    private final Duration patience;
    private final LongReadingLimits limits;
    private final Clock clock;
    private final Semaphore room;
    private final Cache<Object, AsOf<?>> kept;
    private final Map<Object, LongReading<?>> going = new ConcurrentHashMap<>();

    /**
     * @param patience how long a request waits
     * @param rows how many rows an answer has
     */
    public LongReadings(
            WatchedStore store, Duration patience, LongReadingLimits limits, ToIntFunction<Object> rows, Clock clock) {
        this.store = store;
        this.patience = patience;
        this.limits = limits;
        this.clock = clock;
        this.room = new Semaphore(limits.atOnce());
        this.kept = Caffeine.newBuilder()
                .expireAfterWrite(limits.keepFor())
                .maximumWeight(limits.keepRows())
                .weigher((Object question, AsOf<?> answer) -> Math.max(1, rows.applyAsInt(answer.answer())))
                .build();
    }

    /**
     * Answers a question.
     *
     * @param question equal questions are of the same type, and so are their answers
     * @param reading reads the answer, and tells of each step that it gets on
     * @throws DeadlinePassedException when nothing has been read in time, or no more readings may go on
     * @throws StillReadingException when the reading goes on
     */
    public <A> AsOf<A> answer(Object question, Function<Runnable, A> reading) {
        Optional<AsOf<A>> last = kept(question);
        if (last.isPresent()) {
            if (isOld(last.get()) && !going.containsKey(question)) {
                goOn(question, new LongReading<>(reading, clock.instant()));
            }
            return last.get();
        }
        if (going.containsKey(question)) {
            throw new StillReadingException();
        }
        return readNow(question, new LongReading<>(reading, clock.instant()));
    }

    /** The questions of this type whose answers are kept. */
    public <Q> Stream<Q> kept(Class<Q> type, Predicate<Q> wanted) {
        return kept.asMap().keySet().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(wanted);
    }

    /** The answer to a question that is kept. */
    @SuppressWarnings("unchecked")
    public <A> Optional<AsOf<A>> kept(Object question) {
        return Optional.ofNullable((AsOf<A>) kept.getIfPresent(question));
    }

    private <A> AsOf<A> readNow(Object question, LongReading<A> reading) {
        reading.start(store.name());
        boolean answered = false;
        try {
            Optional<A> answer = reading.await(patience);
            answered = answer.isPresent() || reading.getsOn();
            if (answer.isPresent()) {
                return AsOf.now(answer.get());
            }
        } finally {
            store.settle(answered);
            if (!answered) {
                reading.stop();
            }
        }
        if (answered && goOn(question, reading)) {
            throw new StillReadingException();
        }
        reading.stop();
        throw new DeadlinePassedException(store.name(), patience);
    }

    /** Returns whether there is room for it. */
    private boolean goOn(Object question, LongReading<?> reading) {
        if (!room.tryAcquire()) {
            return false;
        }
        if (going.putIfAbsent(question, reading) != null) {
            room.release();
            reading.stop();
            return true;
        }
        Thread.ofVirtual().name("waits for the " + store.name()).start(() -> keep(question, reading));
        return true;
    }

    private void keep(Object question, LongReading<?> reading) {
        try {
            reading.start(store.name());
            reading.await(limits.within()).ifPresent(answer -> kept.put(question, new AsOf<>(answer, reading.begun())));
        } catch (RuntimeException failed) {
            // Whoever asks next begins anew, and is told what it fails with.
        } finally {
            reading.stop();
            going.remove(question);
            room.release();
        }
    }

    private boolean isOld(AsOf<?> answer) {
        Instant at = answer.at();
        return at != null && at.plus(FRESH).isBefore(clock.instant());
    }
}
