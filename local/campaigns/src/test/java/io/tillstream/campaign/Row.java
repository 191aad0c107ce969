package io.tillstream.campaign;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a row says, with its identity: as it was sent, or as a store has it. In the campaign's own words, so that it
 * does not depend on how the pipeline reads and writes.
 */
sealed interface Row permits Event, Line {

    /** What tells rows apart. */
    Object key();

    /** Rows that have the same go to one shard. */
    String partitionKey();

    Row identifiedBy(String id);

    /** As callers send it. */
    ObjectNode request(boolean withIdentity);

    /** Version 1 of the form that the stream carries. */
    ObjectNode wire();

    /** What stores work out of it. */
    List<Object> derived();
}
