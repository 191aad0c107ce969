package io.tillstream.campaign;

import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The feeds under test: their rows, and the names that go with them. */
enum Traffic {
    TRANSACTIONS("", "lineId", List.of("lake", "invoices", "warehouse"), Trade::new) {
        @Override
        Found found(JsonNode json, Naming names, String place, String shard) {
            return LineJson.found(json, names, place, shard);
        }
    },
    EVENTS("events-", "eventId", List.of("lake", "warehouse"), Visits::new) {
        @Override
        Found found(JsonNode json, Naming names, String place, String shard) {
            return EventJson.found(json, names, place, shard);
        }
    };

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

    List<String> sinks() {
        return sinkTypes.stream().map(type -> sinkPrefix + type).toList();
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
