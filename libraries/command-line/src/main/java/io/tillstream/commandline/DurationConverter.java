package io.tillstream.commandline;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations as people write them: 500ms, 30s, 5m, 2h, 1m30s. */
public final class DurationConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String value) {
        String text = value.strip().toLowerCase(Locale.ROOT);
        try {
            Duration duration = text.endsWith("ms")
                    ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
                    : Duration.parse("pt" + text);
            if (duration.isNegative() || duration.isZero()) {
                throw new TypeConversionException("must be longer than zero");
            }
            return duration;
        } catch (NumberFormatException | DateTimeException e) {
            throw new TypeConversionException("must be a time such as 30s or 5m, not " + value);
        }
    }
}
