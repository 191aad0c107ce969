package io.tillstream.model.identity;

import io.tillstream.model.LineId;
import io.tillstream.model.RowContent;

/** An id made of a key and the row's place; the row's content does not matter. */
final class KeyedIdentity implements LineIdentity {

    private final String prefix;

    KeyedIdentity(String purpose, String key) {
        if (key.isBlank()) {
            throw new IllegalArgumentException("The key is blank");
        }
        prefix = new Digest128().add(purpose).add(key).finish() + "-";
    }

    @Override
    public LineId identify(RowContent content, long place) {
        return new LineId(prefix + place);
    }
}
