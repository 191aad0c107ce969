package io.tillstream.localcloud.gateway;

import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A {@code BatchWriteItem} taken apart.
 *
 * @param kept the call with the writes that go through
 * @param heldBack table to the writes that do not
 */
record WriteSplit(ObjectNode kept, ObjectNode heldBack) {

    private static final String REQUESTS = "RequestItems";
    private static final String UNPROCESSED = "UnprocessedItems";

    static WriteSplit of(ObjectNode call, BooleanSupplier holdBack) {
        ObjectNode kept = call.deepCopy();
        ObjectNode requests = kept.putObject(REQUESTS);
        ObjectNode heldBack = call.objectNode();
        call.path(REQUESTS)
                .forEachEntry((table, writes) ->
                        writes.forEach(write -> into(holdBack.getAsBoolean() ? heldBack : requests, table, write)));
        return new WriteSplit(kept, heldBack);
    }

    boolean nothingKept() {
        return kept.path(REQUESTS).isEmpty() && !heldBack.isEmpty();
    }

    /** The answer to what was kept, with what was held back. */
    ObjectNode withUnprocessed(ObjectNode answer) {
        if (!(answer.get(UNPROCESSED) instanceof ObjectNode)) {
            answer.putObject(UNPROCESSED);
        }
        ObjectNode unprocessed = (ObjectNode) answer.path(UNPROCESSED);
        heldBack.forEachEntry((table, writes) -> writes.forEach(write -> into(unprocessed, table, write)));
        return answer;
    }

    private static void into(ObjectNode tables, String table, JsonNode write) {
        ArrayNode writes = tables.get(table) instanceof ArrayNode array ? array : tables.putArray(table);
        writes.add(write);
    }
}
