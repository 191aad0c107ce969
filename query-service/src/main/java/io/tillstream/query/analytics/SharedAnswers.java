package io.tillstream.query.analytics;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tillstream.warehouse.analytics.Analytics;
import io.tillstream.warehouse.analytics.AnalyticsUnavailableException;
import io.tillstream.warehouse.analytics.Question;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Asks a question once for all who have it at the same time or shortly after, and takes the time of it. */
final class SharedAnswers implements Analytics {

    private final Analytics source;
    private final MeterRegistry meters;
    private final AsyncCache<Question<?>, Object> answers;

    SharedAnswers(Analytics source, MeterRegistry meters, Duration keep, long rows) {
        this.source = source;
        this.meters = meters;
        this.answers = Caffeine.newBuilder()
                .expireAfterWrite(keep)
                .maximumWeight(rows)
                .weigher((Question<?> question, Object answer) ->
                        answer instanceof Collection<?> several ? Math.max(1, several.size()) : 1)
                .buildAsync();
    }

    /** Equal questions are of the same type, and so are their answers. */
    @Override
    @SuppressWarnings("unchecked")
    public <A> A answer(Question<A> question) {
        CompletableFuture<Object> mine = new CompletableFuture<>();
        CompletableFuture<Object> theirs = answers.asMap().putIfAbsent(question, mine);
        return theirs == null ? ask(question, mine) : (A) await(theirs);
    }

    private <A> A ask(Question<A> question, CompletableFuture<Object> others) {
        Timer.Sample time = Timer.start(meters);
        try {
            A answer = source.answer(question);
            time.stop(timer(question, "answered"));
            others.complete(answer);
            return answer;
        } catch (RuntimeException | Error failure) {
            // Whatever it is, nobody may wait for an answer that does not come.
            time.stop(timer(question, "failed"));
            others.completeExceptionally(failure);
            throw failure;
        }
    }

    private static Object await(CompletableFuture<Object> answer) {
        try {
            return answer.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof AnalyticsUnavailableException away ? away : failed;
        }
    }

    private Timer timer(Question<?> question, String outcome) {
        return Timer.builder("tillstream.query.warehouse")
                .description("How long the warehouse took for a question")
                .tags("question", question.topic(), "outcome", outcome)
                .register(meters);
    }
}
