package io.tillstream.ingest.http;

import io.tillstream.access.Caller;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.identity.LineIdentity;
import org.jspecify.annotations.Nullable;

/** How a request's Idempotency-Key identifies its lines. */
final class IdempotencyKeys {

    static final String HEADER = "Idempotency-Key";
    static final int MAX_LENGTH = 255;

    /** Has the key of a beacon, which has no headers of its own, where pages send rows. */
    static final String PARAMETER = "request";

    private IdempotencyKeys() {}

    /** The one key of a request for rows of the feed; throws the problem of two that differ. */
    static @Nullable String of(Feed feed, @Nullable String header, @Nullable String parameter) {
        if (parameter == null || !feed.isSentByPages()) {
            return header;
        }
        if (header != null && !header.equals(parameter)) {
            throw Problems.twoIdempotencyKeys();
        }
        return parameter;
    }

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
