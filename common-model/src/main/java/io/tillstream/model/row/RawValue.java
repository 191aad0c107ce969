package io.tillstream.model.row;

import java.util.Locale;

/** A value of a row as its producer wrote it. String forms hide the value, because it may be customer data. */
public sealed interface RawValue {

    /** Text, of JSON or of a CSV record. */
    record Text(String value) implements RawValue {
        @Override
        public String toString() {
            return "Text[hidden]";
        }
    }

    /** A number of JSON, as it was written. */
    record Numeral(String asWritten) implements RawValue {
        @Override
        public String toString() {
            return "Numeral[hidden]";
        }
    }

    /** A value that is neither text nor a number. */
    enum Other implements RawValue {
        NULL,
        TRUE,
        FALSE,
        NESTED;

        /** As JSON and tables know it. */
        public static Other of(boolean value) {
            return value ? TRUE : FALSE;
        }

        /** What kind of value it is, in a word. */
        String kind() {
            return this == TRUE || this == FALSE ? "boolean" : name().toLowerCase(Locale.ROOT);
        }
    }
}
