package io.tillstream.query.deadline;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An answer, and the moment at which it was read.
 *
 * @param at when the reading of it began; none for one that was read just now
 */
public record AsOf<A>(A answer, @Nullable Instant at) {

    /** An answer that was read just now. */
    public static <A> AsOf<A> now(A answer) {
        return new AsOf<>(answer, null);
    }

    /** What is made of the answer, as of the same moment. */
    public <B> AsOf<B> map(Function<A, B> made) {
        return new AsOf<>(made.apply(answer), at);
    }
}
