package io.tillstream.ingest.publish;

import java.util.Optional;

/** Where the map of the shards comes from. */
interface ShardSource {

    /** The stream's map at this moment; empty when it cannot be had. */
    Optional<ShardMap> read();
}
