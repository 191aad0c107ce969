package io.tillstream.invoicestore;

/**
 * Where a page of an invoice's lines ended.
 *
 * @param key of its last line
 * @param ofLarge whether there are more lines than can be read at once
 */
public record LinePlace(String key, boolean ofLarge) {

    /** Longer than any: three parts, of which two may be written with three characters for one. */
    private static final int LONGEST = 1_000;

    public LinePlace {
        if (key.isEmpty() || key.length() > LONGEST || key.indexOf('#') < 0) {
            throw new IllegalArgumentException("No line has such a key");
        }
    }

    /** Hides the key, which is a caller's text. */
    @Override
    public String toString() {
        return "LinePlace[ofLarge=" + ofLarge + "]";
    }
}
