package io.tillstream.ingest.http;

import io.tillstream.access.Caller;
import io.tillstream.model.identity.LineIdentity;
import org.jspecify.annotations.Nullable;

/** How a request's Idempotency-Key identifies its lines. */
final class IdempotencyKeys {

    static final String HEADER = "Idempotency-Key";
    static final int MAX_LENGTH = 255;

    private IdempotencyKeys() {}

    /** How lines without an id of their own are identified; throws the problem of a bad key. */
    static LineIdentity identity(Caller caller, @Nullable String key) {
        if (key == null) {
            return LineIdentity.unique();
        }
        if (key.isEmpty() || key.length() > MAX_LENGTH || !key.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw Problems.badIdempotencyKey();
        }
        return LineIdentity.fromIdempotencyKey(caller.name(), key);
    }
}
