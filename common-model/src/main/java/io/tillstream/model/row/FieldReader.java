package io.tillstream.model.row;

import io.tillstream.model.Blanks;
import io.tillstream.model.TextFault;
import io.tillstream.model.TextRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the values of one row by their field. What is absent or faulty comes back as null; faults are noted. */
public final class FieldReader {

    private static final int MAX_DIGITS_OF_TEXT = 64;

    private final @Nullable RawValue[] values;
    private final FileDates dates;
    private final FieldErrors faults;
    private final boolean keepsUnknown;
    private List<Unknown> unknown = List.of();

    /** A field that its feed does not know. */
    record Unknown(String name, RawValue value) {}

    FieldReader(RowFields fields, RawRow row, FileDates dates, FieldErrors faults) {
        this.values = new RawValue[fields.size()];
        this.dates = dates;
        this.faults = faults;
        this.keepsUnknown = fields.own().keepsUnknown();
        for (int i = 0; i < row.size(); i++) {
            place(fields.named(row.name(i)), row, i);
        }
    }

    private void place(@Nullable Field field, RawRow row, int index) {
        if (field == null) {
            unknown(row.name(index), row.value(index));
        } else if (values[field.place()] != null) {
            faults.add(field, FieldError.DUPLICATE_FIELD, field.label() + " is given more than once");
        } else {
            values[field.place()] = row.value(index);
        }
    }

    private void unknown(String name, RawValue value) {
        if (!keepsUnknown) {
            faults.addUnknown(name, value);
            return;
        }
        if (unknown.isEmpty()) {
            unknown = new ArrayList<>();
        }
        unknown.add(new Unknown(name, value));
    }

    /** What is kept of the row beside its fields. */
    List<Unknown> unknown() {
        return unknown;
    }

    /** The value as it is, if there is one. */
    @Nullable
    RawValue value(Field field) {
        return values[field.place()];
    }

    /** A text that keeps the rule. */
    public @Nullable String text(Field field, TextRule rule) {
        String text = text(field);
        return text == null ? null : checked(field, rule, text);
    }

    /** A text whose line ends and tabs count as blanks. */
    public @Nullable String paragraph(Field field, TextRule rule) {
        String text = text(field);
        return text == null ? null : checked(field, rule, Texts.withoutBreaks(text));
    }

    /** A text that, as a whole number, loses the decimals a spreadsheet gave it: 17850.0 is 17850. */
    public @Nullable String identifier(Field field, TextRule rule) {
        String text = text(field);
        return text == null ? null : checked(field, rule, Texts.withoutEmptyDecimals(text));
    }

    /**
     * An identifier of as many digits as its rule allows. One that went through a spreadsheet, or another program that
     * counts in binary fractions, has lost the last of them: 1.48758E+18 is none.
     */
    public @Nullable String exactId(Field field, TextRule rule) {
        String written = scalar(field);
        if (written == null) {
            return null;
        }
        boolean isNumber = values[field.place()] instanceof RawValue.Numeral;
        if (Texts.isRoundedNumber(written) || (isNumber && Texts.hasExponent(written))) {
            String what = FieldErrors.quote(written) + " is an id that a spreadsheet has rounded";
            faults.add(field, FieldError.ROUNDED_ID, what, "export its column as text, or send it as JSON text");
            return null;
        }
        return isNumber ? text(field, rule) : checked(field, rule, Texts.withoutEmptyDecimals(written));
    }

    /** A text that stands for one of several values. */
    public <T> @Nullable T oneOf(Field field, Function<String, Optional<T>> known) {
        String text = text(field);
        T value = text == null ? null : known.apply(text).orElse(null);
        if (text != null && value == null) {
            faults.add(field, FieldError.UNKNOWN_VALUE, FieldErrors.quote(text) + " is not known");
        }
        return value;
    }

    /** A whole number of 64 bits. */
    public @Nullable Long wholeNumber(Field field) {
        String text = scalar(field);
        return text == null ? null : Numbers.whole(field, text, faults);
    }

    /** An exact amount, as unit prices are bounded. */
    public @Nullable BigDecimal price(Field field) {
        String text = scalar(field);
        return text == null ? null : Numbers.price(field, text, faults);
    }

    /** A date and time of the shop, in the order of the file. */
    public @Nullable LocalDateTime date(Field field) {
        String text = scalar(field);
        if (text == null) {
            return null;
        }
        LocalDateTime date = dates.read(text);
        if (date == null) {
            String what = FieldErrors.quote(text) + " is not a valid date and time";
            faults.add(field, FieldError.BAD_DATE, what, dates.order().expectation());
        }
        return date;
    }

    /** A date and time with an offset, or else of UTC. */
    public @Nullable Instant moment(Field field) {
        String text = scalar(field);
        Instant moment = text == null ? null : EventTimes.parse(text);
        if (text != null && moment == null) {
            String what = FieldErrors.quote(text) + " is not a date and time of the calendar";
            faults.add(field, FieldError.BAD_DATE, what);
        }
        return moment;
    }

    private @Nullable String text(Field field) {
        if (!(values[field.place()] instanceof RawValue.Numeral number)) {
            return scalar(field);
        }
        BigDecimal value = Numbers.parse(number.asWritten());
        if (value == null || !Numbers.isWhole(value) || Numbers.digitsBeforePoint(value) > MAX_DIGITS_OF_TEXT) {
            String what =
                    FieldErrors.quote(number.asWritten()) + " is neither text nor a whole number of up to 64 digits";
            faults.add(field, FieldError.WRONG_TYPE, what);
            return null;
        }
        return value.toBigInteger().toString();
    }

    @Nullable
    String scalar(Field field) {
        return scalar(field, values[field.place()]);
    }

    /** The value of the field as text, as it is written. */
    @Nullable
    String scalar(Field field, @Nullable RawValue value) {
        String text = "";
        if (value instanceof RawValue.Text given) {
            text = Blanks.trim(given.value());
        } else if (value instanceof RawValue.Numeral number) {
            text = number.asWritten();
        } else if (value instanceof RawValue.Other other && other != RawValue.Other.NULL) {
            faults.add(field, FieldError.WRONG_TYPE, field.label() + " is a " + other.kind() + " value");
            return null;
        }
        if (!NoValue.isSpelledBy(text)) {
            return text;
        }
        if (field.isRequired()) {
            String why = text.isEmpty() ? "" : ": " + FieldErrors.quote(text) + " stands for no value";
            faults.add(field, FieldError.MISSING, field.label() + " is missing" + why);
        }
        return null;
    }

    @Nullable
    String checked(Field field, TextRule rule, String text) {
        TextFault fault = rule.faultIn(text).orElse(null);
        if (fault == null) {
            return text;
        }
        if (fault == TextFault.TOO_LONG) {
            String what = field.label() + " has more than " + rule.maxLength() + " characters";
            faults.add(field, FieldError.TOO_LONG, what);
        } else {
            String what = FieldErrors.quote(text) + " has characters that are not allowed";
            faults.add(field, FieldError.BAD_CHARACTERS, what);
        }
        return null;
    }
}
