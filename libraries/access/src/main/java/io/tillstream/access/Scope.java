package io.tillstream.access;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a caller may be allowed to do. None includes another.
 *
 * @param text its name, as tokens, settings and files of keys write it
 */
public record Scope(String text) implements Comparable<Scope> {

    private static final Pattern TEXT = Pattern.compile("[a-z][a-z0-9-]{0,31}(:[a-z]{1,16})?");

    public static final Scope INGEST_WRITE = new Scope("ingest:write");
    public static final Scope QUERY_READ = new Scope("query:read");
    public static final Scope ADMIN = new Scope("admin");

    /** Takes {@code INGEST_WRITE} for {@code ingest:write}, as settings may write it. */
    public Scope {
        text = text.strip().toLowerCase(Locale.ROOT).replace('_', ':');
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("there is no scope " + text);
        }
    }

    @Override
    public int compareTo(Scope other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
