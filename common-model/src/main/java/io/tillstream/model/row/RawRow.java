package io.tillstream.model.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row as its producer wrote it: names and values in their order, names possibly unknown or repeated. Or a row that
 * could not even be taken apart, with the reason.
 */
public final class RawRow {

    private final List<String> names;
    private final List<RawValue> values;
    private final @Nullable FieldError fault;

    private RawRow(List<String> names, List<RawValue> values, @Nullable FieldError fault) {
        this.names = names;
        this.values = values;
        this.fault = fault;
    }

    /** A row of these names and values, of which there are equally many. The lists are not copied. */
    public static RawRow of(List<String> names, List<RawValue> values) {
        if (names.size() != values.size()) {
            throw new IllegalArgumentException("There are " + names.size() + " names for " + values.size() + " values");
        }
        return new RawRow(names, values, null);
    }

    /** A record of a text file, such as CSV; unreadable when it has more or fewer values than the header has names. */
    public static RawRow ofText(List<String> header, List<String> values) {
        if (header.size() != values.size()) {
            return unreadable(new FieldError(
                    "",
                    FieldError.WRONG_NUMBER_OF_VALUES,
                    "the row has " + values.size() + " values, the header names " + header.size()
                            + "; check the separators and quotes"));
        }
        List<RawValue> texts = new ArrayList<>(values.size());
        values.forEach(value -> texts.add(new RawValue.Text(value)));
        return new RawRow(header, texts, null);
    }

    /** A row that cannot be taken apart into names and values. */
    public static RawRow unreadable(FieldError fault) {
        return new RawRow(List.of(), List.of(), fault);
    }

    /** The same row with more names and values after its own; an unreadable one stays as it is. */
    public RawRow and(List<String> moreNames, List<RawValue> moreValues) {
        if (fault != null) {
            return this;
        }
        List<String> allNames = new ArrayList<>(names.size() + moreNames.size());
        allNames.addAll(names);
        allNames.addAll(moreNames);
        List<RawValue> allValues = new ArrayList<>(allNames.size());
        allValues.addAll(values);
        allValues.addAll(moreValues);
        return of(allNames, allValues);
    }

    /** How many names and values there are. */
    public int size() {
        return names.size();
    }

    public String name(int index) {
        return names.get(index);
    }

    public RawValue value(int index) {
        return values.get(index);
    }

    /** Why the row cannot be taken apart. */
    public Optional<FieldError> fault() {
        return Optional.ofNullable(fault);
    }

    /** Shows the shape of the row, and no customer data. */
    @Override
    public String toString() {
        return "RawRow[" + names.size() + " values]";
    }
}
