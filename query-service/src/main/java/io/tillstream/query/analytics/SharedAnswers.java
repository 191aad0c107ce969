package io.tillstream.query.analytics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tillstream.query.deadline.WatchedStore;
import io.tillstream.warehouse.analytics.Analytics;
import io.tillstream.warehouse.analytics.Question;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Asks a question once for all callers who have it at the same time or shortly after, and measures how long it takes.
 * It waits no longer than the deadline of the warehouse, even if the warehouse does not react.
 */
final class SharedAnswers implements Analytics {

    private final Analytics source;
    private final WatchedStore warehouse;
    private final MeterRegistry registry;
    private final Cache<Question<?>, Object> answers;
    private final Map<Question<?>, CompletableFuture<Object>> beingAsked = new ConcurrentHashMap<>();

    SharedAnswers(Analytics source, WatchedStore warehouse, MeterRegistry registry, Duration keep, long rows) {
        this.source = source;
        this.warehouse = warehouse;
        this.registry = registry;
        this.answers = Caffeine.newBuilder()
                .expireAfterWrite(keep)
                .maximumWeight(rows)
                .weigher((Question<?> question, Object answer) ->
                        answer instanceof Collection<?> several ? Math.max(1, several.size()) : 1)
                .build();
    }

    /** Equal questions are of the same type, and so are their answers. */
    @Override
    @SuppressWarnings("unchecked")
    public <A> A answer(Question<A> question) {
        CompletableFuture<Object> mine = new CompletableFuture<>();
        @Nullable CompletableFuture<Object> theirs = beingAsked.putIfAbsent(question, mine);
        return (A) (theirs == null ? find(question, mine) : await(theirs));
    }

    private Object find(Question<?> question, CompletableFuture<Object> others) {
        try {
            @Nullable Object known = answers.getIfPresent(question);
            Object answer = known == null ? ask(question) : known;
            others.complete(answer);
            return answer;
        } catch (RuntimeException | Error failure) {
            // Whatever it is, nobody may wait for an answer that does not come.
            others.completeExceptionally(failure);
            throw failure;
        } finally {
            beingAsked.remove(question);
        }
    }

    /** What comes back is kept before anybody else can begin to ask. */
    private Object ask(Question<?> question) {
        Timer.Sample time = Timer.start(registry);
        String outcome = "failed";
        try {
            Object answer = warehouse.<Object>ask(() -> source.answer(question));
            outcome = "answered";
            answers.put(question, answer);
            return answer;
        } finally {
            time.stop(timer(question, outcome));
        }
    }

    private static Object await(CompletableFuture<Object> answer) {
        try {
            return answer.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException theirs ? theirs : failed;
        }
    }

    private Timer timer(Question<?> question, String outcome) {
        return Timer.builder("tillstream.query.warehouse")
                .description("How long the warehouse took for a question")
                .tags("question", question.topic(), "outcome", outcome)
                .register(registry);
    }
}
