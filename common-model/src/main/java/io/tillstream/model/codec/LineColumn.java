package io.tillstream.model.codec;

import io.tillstream.model.FeedLine;
import io.tillstream.model.TextRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A column of the table that keeps a feed's lines, and what a line has there. */
public sealed interface LineColumn {

    /** As the warehouse calls it, such as {@code invoice_no}. */
    String name();

    /** As lines in the stream and the lake call it, such as {@code invoiceNo}. */
    default String wireName() {
        StringBuilder camelCase = new StringBuilder();
        for (String word : name().split("_", -1)) {
            camelCase.append(camelCase.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camelCase.toString();
    }

    /** Whether every line has something there. */
    default boolean isRequired() {
        return true;
    }

    /** A text that every line has. */
    static LineColumn text(String name, TextRule rule, Function<FeedLine, @Nullable String> value) {
        return new Text(name, rule, true, value);
    }

    /** A text that a line may be without. */
    static LineColumn optionalText(String name, TextRule rule, Function<FeedLine, @Nullable String> value) {
        return new Text(name, rule, false, value);
    }

    /**
     * A text.
     *
     * @param rule what it looks like where there is one
     */
    record Text(String name, TextRule rule, boolean isRequired, Function<FeedLine, @Nullable String> value)
            implements LineColumn {}

    /** A whole number of 64 bits. */
    record Whole(String name, ToLongFunction<FeedLine> value) implements LineColumn {}

    /** An exact number, of as many digits in all and behind its point. */
    record Decimal(String name, int precision, int scale, Function<FeedLine, BigDecimal> value) implements LineColumn {}

    /** A date and time of the shop, to the second. */
    record LocalTime(String name, Function<FeedLine, LocalDateTime> value) implements LineColumn {}

    /** A moment, to the millisecond. */
    record Moment(String name, Function<FeedLine, Instant> value) implements LineColumn {}
}
