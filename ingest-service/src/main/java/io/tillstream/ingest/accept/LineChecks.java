package io.tillstream.ingest.accept;

import io.tillstream.model.FeedLine;
import io.tillstream.model.RowContent;
import io.tillstream.model.StoreId;
import io.tillstream.model.identity.ContentHashing;
import io.tillstream.model.identity.Digest128;
import io.tillstream.model.identity.LineIdentity;
import io.tillstream.model.row.FieldError;
import io.tillstream.model.row.RowResult;
import io.tillstream.model.row.RowResult.Accepted;
import io.tillstream.model.row.RowResult.Rejection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks the lines of one request against their sender and each other: that they are of the sender's store, which lines
 * that name none are given, and that no two of them claim one identity for different things. For one thread.
 */
final class LineChecks {

    private static final long BYTES_OF_NAMED_LINE = 256;

    private static final String NOT_YOUR_STORE = "not_your_store";

    private final Optional<StoreId> store;
    private final LineIdentity identity;
    private final ContentHashing hashing;
    private final LineLabels labels;
    private final LongConsumer memory;
    private final Map<Object, Digest128.Hash> named = new HashMap<>();
    private @Nullable Digest128 digest;
    private boolean identified;

    /** @param memory is told of bytes that are held until the request is over */
    LineChecks(Request request, ContentHashing hashing, LineLabels labels, LongConsumer memory) {
        this.store = request.sender().store();
        LineIdentity asked = request.identity();
        this.identity = (content, place) -> {
            identified = true;
            return asked.identify(bound(content), place);
        };
        this.hashing = hashing;
        this.labels = labels;
        this.memory = memory;
    }

    /** Gives ids to lines whose rows have none; no two of these ids are equal. */
    LineIdentity identity() {
        return identity;
    }

    /** The line as its store has it, or why it may not be sent. Asked once a row, after that was validated. */
    RowResult check(RowResult validated) {
        boolean namedByRow = !identified;
        identified = false;
        if (!(validated instanceof Accepted accepted)) {
            return validated;
        }
        FeedLine line = bound(accepted.line());
        if (isOfAnotherStore(line)) {
            return new Rejection(List.of(anotherStore()));
        }
        if (namedByRow && isAnotherOfItsIdentity(line)) {
            return new Rejection(List.of(repetition()));
        }
        return store.isEmpty() ? accepted : new Accepted(line);
    }

    private boolean isOfAnotherStore(FeedLine line) {
        return store.isPresent() && !store.orElseThrow().equals(line.content().storeId());
    }

    /** Every store keeps one line under an identity: which of two it would be is nothing to be left to chance. */
    private FieldError repetition() {
        return new FieldError(
                labels.lineId(),
                "repeated_line_id",
                "an earlier row has the same " + labels.identityInWords() + " but other content;"
                        + " give each line its own " + labels.lineId() + ", or leave it out");
    }

    private FieldError anotherStore() {
        return new FieldError(
                labels.store(),
                NOT_YOUR_STORE,
                "the key is bound to another store; send \"" + store.orElseThrow() + "\", or leave " + labels.store()
                        + " out");
    }

    private FeedLine bound(FeedLine line) {
        return store.isEmpty() ? line : line.inStore(store.orElseThrow());
    }

    private RowContent bound(RowContent content) {
        return store.map(content::inStore).orElse(content);
    }

    private boolean isAnotherOfItsIdentity(FeedLine line) {
        memory.accept(BYTES_OF_NAMED_LINE);
        Digest128 used = digest == null ? new Digest128() : digest;
        digest = used;
        boolean isPlain = line.attributes().isEmpty();
        Digest128.Hash says = isPlain ? hashing.of(line.content(), used) : hashing.ofAll(line, used);
        Digest128.Hash first = named.putIfAbsent(line.key(), says);
        return first != null && !first.equals(says);
    }
}
