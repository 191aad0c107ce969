package io.tillstream.consumers.reprocess;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads times in UTC as people write them: {@code 2026-03-01}, {@code 2026-03-01T14}, {@code 2026-03-01T14:30Z}. */
final class TimeConverter implements ITypeConverter<Instant> {

    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4)
            .appendPattern("-MM-dd['T'HH[:mm[:ss]]]['Z']")
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
            .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
            .toFormatter();

    @Override
    public Instant convert(String value) {
        try {
            return LocalDateTime.parse(value, FORM).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new TypeConversionException("must be a time such as 2026-03-01 or 2026-03-01T14:30, not " + value);
        }
    }
}
