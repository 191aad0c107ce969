package io.tillstream.consumers.reprocess;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations as people write them: 30s, 5m, 2h, 1m30s. */
final class DurationConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String value) {
        try {
            return Duration.parse("pt" + value.strip().toLowerCase(Locale.ROOT));
        } catch (DateTimeException e) {
            throw new TypeConversionException("must be a time such as 30s or 5m, not " + value);
        }
    }
}
