package io.tillstream.model.row;

import java.util.List;

/**
 * A field of a row: the names it goes by, and what to send for it.
 *
 * @param place its place among the fields of its feed, counted from 0
 * @param label the name that errors use
 * @param aliases further names
 * @param expectation what to send, fit for the end of a message
 * @param isRequired whether a row without a value for it is at fault
 * @param shape what its values look like in JSON
 */
public record Field(
        int place, String label, List<String> aliases, String expectation, boolean isRequired, FieldShape shape) {

    private static final FieldShape UNBOUNDED = FieldShape.of(FieldShape.JsonType.STRING);

    public Field {
        aliases = List.copyOf(aliases);
    }

    /** A field that every row has a value for; a text without a bound, unless it is given another shape. */
    public static Field required(int place, String label, String expectation, String... aliases) {
        return new Field(place, label, List.of(aliases), expectation, true, UNBOUNDED);
    }

    /** The same of a field that a row may leave out. */
    public static Field optional(int place, String label, String expectation, String... aliases) {
        return new Field(place, label, List.of(aliases), expectation, false, UNBOUNDED);
    }

    /** The same field, whose values look like this. */
    public Field shaped(FieldShape as) {
        return new Field(place, label, aliases, expectation, isRequired, as);
    }
}
