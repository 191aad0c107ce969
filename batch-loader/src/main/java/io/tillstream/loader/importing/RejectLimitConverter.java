package io.tillstream.loader.importing;

import io.tillstream.loader.parts.RejectLimit;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code 100} rows, or {@code 0.5%} of them. */
final class RejectLimitConverter implements ITypeConverter<RejectLimit> {

    private static final double WHOLE = 100;

    @Override
    public RejectLimit convert(String value) {
        try {
            return value.endsWith("%") ? percent(value.substring(0, value.length() - 1)) : rows(value);
        } catch (NumberFormatException unreadable) {
            throw fault(value);
        }
    }

    private static RejectLimit rows(String number) {
        long most = Long.parseLong(number);
        if (most < 0) {
            throw fault(number);
        }
        return new RejectLimit.Rows(most);
    }

    private static RejectLimit percent(String number) {
        double most = Double.parseDouble(number);
        if (!(most >= 0 && most <= WHOLE)) {
            throw fault(number + "%");
        }
        return new RejectLimit.Percent(most);
    }

    private static TypeConversionException fault(String value) {
        return new TypeConversionException("'" + value + "' is neither a number of rows nor a percentage");
    }
}
