package io.tillstream.ingest.accept;

import io.tillstream.model.LineKey;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.identity.ContentHash;
import io.tillstream.model.identity.Digest128;
import io.tillstream.model.identity.LineIdentity;
import io.tillstream.model.row.FieldError;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of one request are checked for beyond what each says by itself: that they are of the sender's store,
 * and that no two of them claim one identity for different things. For one thread.
 */
final class LineChecks {

    /** Every store keeps one line under an identity: which of two it would be is nothing to be left to chance. */
    private static final String REPEATED_LINE_ID = "repeated_line_id";

    private static final long BYTES_OF_NAMED_LINE = 256;

    private final StoreBinding store;
    private final LineIdentity identity;
    private final LongConsumer memory;
    private final Map<LineKey, Digest128.Hash> named = new HashMap<>();
    private @Nullable Digest128 digest;
    private boolean identified;

    /** @param memory is told of bytes that are held until the request is over */
    LineChecks(Request request, LongConsumer memory) {
        this.store = new StoreBinding(request.sender().store());
        LineIdentity asked = store.identifying(request.identity());
        this.identity = (content, place) -> {
            identified = true;
            return asked.identify(content, place);
        };
        this.memory = memory;
    }

    /** Identifies lines whose rows have no id; of these no two are alike. */
    LineIdentity identity() {
        return identity;
    }

    /** Why the line may not be sent by this sender or in this request. Asked once a line, after it was identified. */
    Optional<FieldError> faultOf(TransactionLine line) {
        boolean namedByRow = !identified;
        identified = false;
        Optional<FieldError> fault = store.faultOf(line);
        return fault.isPresent() || !namedByRow ? fault : repetition(store.bound(line));
    }

    TransactionLine bound(TransactionLine line) {
        return store.bound(line);
    }

    private Optional<FieldError> repetition(TransactionLine line) {
        memory.accept(BYTES_OF_NAMED_LINE);
        Digest128 used = digest == null ? new Digest128() : digest;
        digest = used;
        Digest128.Hash says = ContentHash.of(line.content(), used);
        Digest128.Hash first = named.putIfAbsent(line.key(), says);
        return first == null || first.equals(says)
                ? Optional.empty()
                : Optional.of(new FieldError(
                        "LineId",
                        REPEATED_LINE_ID,
                        "an earlier row has this InvoiceNo, StockCode and LineId and says something else;"
                                + " give each line a LineId of its own, or leave it out"));
    }
}
