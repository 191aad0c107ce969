package io.tillstream.campaign;

import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The feeds under test: their rows, and the names that go with them. */
@SuppressWarnings("ImmutableEnumChecker") // The lists are unmodifiable, and what makes rows holds nothing.
enum Traffic {
    TRANSACTIONS("", "lineId", List.of("lake", "invoices", "warehouse"), Trade::new) {
        @Override
        Found found(JsonNode json, Naming names, String place, String shard) {
            return LineJson.found(json, names, place, shard);
        }

        @Override
        String warehouseQuery() {
            return "SELECT to_jsonb(line)::text FROM sales_line line";
        }
    },
    EVENTS("events-", "eventId", List.of("lake", "sessions", "warehouse"), Visits::new) {
        @Override
        Found found(JsonNode json, Naming names, String place, String shard) {
            return EventJson.found(json, names, place, shard);
        }

        @Override
        String warehouseQuery() {
            String time = "to_char(event_time AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS\"Z\"')";
            return "SELECT (to_jsonb(event) || jsonb_build_object('event_time', " + time
                    + "))::text FROM shop_event event";
        }
    };

    private static final List<String> SINKS_OF_ALL = List.of("lake", "warehouse");

    private final String sinkPrefix;
    private final String idName;
    private final List<String> sinkTypes;
    private final LongFunction<Rows> rows;

    Traffic(String sinkPrefix, String idName, List<String> sinkTypes, LongFunction<Rows> rows) {
        this.sinkPrefix = sinkPrefix;
        this.idName = idName;
        this.sinkTypes = sinkTypes;
        this.rows = rows;
    }

    /** A row as a store has it in JSON. */
    abstract Found found(JsonNode json, Naming names, String place, String shard);

    /** Every row that the warehouse has of it, in JSON. */
    abstract String warehouseQuery();

    Rows rows(long seed) {
        return rows.apply(seed);
    }

    /** The feed's name, and so that of its stream and its delivery stream. */
    String feed() {
        return name().toLowerCase(Locale.ROOT);
    }

    String path() {
        return "/" + feed();
    }

    /** What an answer calls the identity of a row. */
    String idName() {
        return idName;
    }

    /** As the settings of the consumers call them. */
    List<String> sinkTypes() {
        return sinkTypes;
    }

    /** Sinks of a type that every feed has are named after their feed, those of look-ups are not. */
    List<String> sinks() {
        return sinkTypes.stream()
                .map(type -> SINKS_OF_ALL.contains(type) ? sinkPrefix + type : type)
                .toList();
    }

    String rawPrefix() {
        return "raw/" + feed() + "/";
    }

    String deliveredPrefix() {
        return "firehose/" + feed() + "/";
    }

    /** Whether an object is one that this feed may have. */
    boolean mayOwn(String key) {
        return Stream.concat(
                        Stream.of(rawPrefix(), deliveredPrefix(), "index/" + sinkPrefix + "lake/"),
                        sinks().stream().map(Traffic::rejectedPrefix))
                .anyMatch(key::startsWith);
    }

    static String rejectedPrefix(String sink) {
        return "rejected/" + sink + "/";
    }
}
