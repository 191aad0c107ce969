package io.tillstream.campaign;

import java.util.List;

/**
 * A row as a store has it.
 *
 * @param derived what the store says of it beyond what was sent
 * @param place where it was found, to be looked at when something is wrong
 * @param shard the shard it came through, where the store tells
 */
record Found(Row row, List<Object> derived, String place, String shard) {

    /** Whether it says what was sent. */
    boolean says(Row sent) {
        return row.equals(sent) && derived.equals(sent.derived());
    }
}
