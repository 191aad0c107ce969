package io.tillstream.model.row;

/**
 * A fault of one field of a row.
 *
 * @param field the data set's name of the field, such as {@code CustomerID}; for an unknown field its name as it was
 *     sent; empty when the row as a whole is at fault
 * @param code one of the constants of this type; stable, fit for a program
 * @param message what is wrong and what to send instead, fit for a shop's developer; it may quote customer data
 */
public record FieldError(String field, String code, String message) {

    public static final String MISSING = "missing";
    public static final String WRONG_TYPE = "wrong_type";
    public static final String TOO_LONG = "too_long";
    public static final String BAD_CHARACTERS = "bad_characters";
    public static final String NOT_A_WHOLE_NUMBER = "not_a_whole_number";
    public static final String NOT_A_NUMBER = "not_a_number";
    public static final String OUT_OF_RANGE = "out_of_range";
    public static final String TOO_MANY_DECIMALS = "too_many_decimals";
    public static final String UNKNOWN_VALUE = "unknown_value";
    public static final String ROUNDED_ID = "rounded_id";
    public static final String BAD_DATE = "bad_date";
    public static final String IN_THE_FUTURE = "in_the_future";
    public static final String TOO_OLD = "too_old";
    public static final String UNKNOWN_FIELD = "unknown_field";
    public static final String DUPLICATE_FIELD = "duplicate_field";
    public static final String MALFORMED = "malformed";
    public static final String NOT_AN_OBJECT = "not_an_object";
    public static final String TOO_MANY_FIELDS = "too_many_fields";
    public static final String WRONG_NUMBER_OF_VALUES = "wrong_number_of_values";

    /** Leaves the message out, because it may quote customer data. */
    @Override
    public String toString() {
        return "FieldError[" + field + " " + code + "]";
    }
}
