package io.tillstream.producer.replay;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a format's name in any case. */
final class FormatConverter implements ITypeConverter<Format> {

    @Override
    public Format convert(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "json" -> Format.JSON;
            case "ndjson" -> Format.NDJSON;
            default -> throw new TypeConversionException("must be json or ndjson, not " + value);
        };
    }
}
