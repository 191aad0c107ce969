package io.tillstream.ingest.accept;

import io.tillstream.model.StoreId;
import java.util.Optional;

/**
 * Who sends a request.
 *
 * @param caller the name of the key or token, or the one name of everybody where none is asked for
 * @param address where the connection comes from
 * @param store the store that the sender is bound to: rows that name none are its, rows that name another are rejected
 */
public record Sender(String caller, String address, Optional<StoreId> store) {}
