package io.tillstream.localcloud.dynamodb.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tillstream.localcloud.dynamodb.store.EntryBatch;
import io.tillstream.localcloud.dynamodb.store.EntryCursor;
import io.tillstream.localcloud.dynamodb.store.EntryRange;
import io.tillstream.localcloud.dynamodb.store.EntryStore;
import io.tillstream.localcloud.protocol.AwsError;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** The client tokens of the last ten minutes: a transaction that is sent again is not carried out again. */
final class TransactionTokens {

    private static final int SPACE = 1;
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final EntryStore store;
    private final Clock clock;

    TransactionTokens(EntryStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Notes a token, together with what the batch does.
     *
     * @return false if the same was asked for under this token before
     */
    boolean isNew(ClientToken token, EntryBatch batch) {
        byte[] name = token.text().getBytes(UTF_8);
        byte[] digest = token.digest().getBytes(UTF_8);
        byte[] known = store.get(SPACE, name);
        if (known != null && timeOf(known).plus(LIFE).isAfter(clock.instant())) {
            if (!Arrays.equals(known, Long.BYTES, known.length, digest, 0, digest.length)) {
                throw AwsError.badRequest(
                        "IdempotentParameterMismatchException",
                        "One or more parameters in the request don't match the parameters of an earlier request with"
                                + " the same token");
            }
            return false;
        }
        ByteBuffer value = ByteBuffer.allocate(Long.BYTES + digest.length)
                .putLong(clock.instant().toEpochMilli())
                .put(digest);
        batch.put(SPACE, name, value.array());
        return true;
    }

    /** Forgets those that are too old. */
    void sweep() {
        Instant oldest = clock.instant().minus(LIFE);
        store.write(batch -> {
            EntryCursor cursor = store.cursor(SPACE, EntryRange.ALL, true);
            while (cursor.next()) {
                if (timeOf(cursor.value()).isBefore(oldest)) {
                    batch.delete(SPACE, cursor.key());
                }
            }
            return batch;
        });
    }

    private static Instant timeOf(byte[] value) {
        return Instant.ofEpochMilli(ByteBuffer.wrap(value).getLong());
    }
}
