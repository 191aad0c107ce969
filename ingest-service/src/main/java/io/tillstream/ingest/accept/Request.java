package io.tillstream.ingest.accept;

import io.tillstream.model.StoreId;
import io.tillstream.model.identity.LineIdentity;
import java.util.Optional;

/**
 * What comes with a body.
 *
 * @param announcedLength the bytes of the body as it was sent, or -1 when that is not known beforehand
 * @param identity asked for the ids of lines whose rows have none
 * @param store the store that the sender is bound to: rows that name none are its, rows that name another are rejected
 */
public record Request(BodyFormat format, long announcedLength, LineIdentity identity, Optional<StoreId> store) {}
