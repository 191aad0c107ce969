package io.tillstream.localcloud.gateway;

import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The bound put on a page that has none, or a higher one. A page may always be shorter than was asked for. */
final class PageBound {

    /** About 1 MB, where a page ends anyway, of items like a line of an invoice. */
    static final int ITEMS = 3_000;

    private static final String LIMIT = "Limit";
    private static final Set<String> OPERATIONS = Set.of("Scan", "Query");

    private final ObjectMapper mapper = new JsonMapper();

    static boolean concerns(String operation) {
        return OPERATIONS.contains(operation);
    }

    /** The same call with a bound; the same bytes where there is one, or where they are for the server to refuse. */
    byte[] applied(byte[] call) {
        try {
            if (mapper.readTree(call) instanceof ObjectNode asked && exceeds(asked.path(LIMIT))) {
                return mapper.writeValueAsBytes(asked.put(LIMIT, ITEMS));
            }
        } catch (JacksonException malformed) {
            // The server's to refuse.
        }
        return call;
    }

    private static boolean exceeds(JsonNode limit) {
        return limit.isMissingNode() || limit.isNull() || (limit.canConvertToInt() && limit.intValue() > ITEMS);
    }
}
