package io.tillstream.access;

import java.util.Arrays;
import java.util.Optional;

/** What a caller may be allowed to do. None includes another. */
public enum Scope {
    INGEST_WRITE("ingest:write"),
    QUERY_READ("query:read"),
    ADMIN("admin");

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    /** The scope of this name, as tokens and settings write it. */
    public static Optional<Scope> of(String text) {
        return Arrays.stream(values()).filter(scope -> scope.text.equals(text)).findFirst();
    }

    @Override
    public String toString() {
        return text;
    }
}
