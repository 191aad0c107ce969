package io.tillstream.model.row;

import io.tillstream.model.Attributes;
import java.util.ArrayList;
import java.util.List;

/** Collects the faults of one row. */
public final class FieldErrors {

    private static final int QUOTED_CHARACTERS = 40;
    private static final int MOST_DECLARED = 10;

    private final List<FieldError> errors = new ArrayList<>(2);

    FieldErrors() {}

    /** A field is at fault; what to send instead is added to the message. */
    public void add(Field field, String code, String what) {
        add(field, code, what, field.expectation());
    }

    void add(Field field, String code, String what, String expectation) {
        errors.add(new FieldError(field.label(), code, what + "; " + expectation));
    }

    void addUnknown(String name, RawValue value) {
        String quoted = quote(name);
        // A row of nothing but unknown names is not to cost more than one of as many values.
        String declare = errors.size() < MOST_DECLARED
                ? Declaration.of(name, value)
                        .map(line -> ", or declare it " + line)
                        .orElse("")
                : "";
        errors.add(new FieldError(
                quoted.substring(1, quoted.length() - 1),
                FieldError.UNKNOWN_FIELD,
                quoted + " is not a field of a row; leave it out or correct its name" + declare));
    }

    void addTooManyOwn(int count) {
        errors.add(new FieldError(
                "",
                FieldError.TOO_MANY_FIELDS,
                "the row has " + count + " fields beside those of its feed; at most " + Attributes.MAX_COUNT
                        + " are kept"));
    }

    /** Whether nothing is wrong with the row so far. */
    public boolean isEmpty() {
        return errors.isEmpty();
    }

    RowResult.Rejection rejection() {
        return new RowResult.Rejection(errors);
    }

    /** The value in quotes, shortened, and fit for any encoder: no control characters, no halves of surrogates. */
    static String quote(String value) {
        StringBuilder quoted = new StringBuilder().append('"');
        int count = 0;
        int i = 0;
        while (i < value.length() && count < QUOTED_CHARACTERS) {
            int c = value.codePointAt(i);
            boolean printable = !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
            quoted.appendCodePoint(printable ? c : '\uFFFD');
            i += Character.charCount(c);
            count++;
        }
        return quoted.append(i < value.length() ? "…\"" : "\"").toString();
    }
}
