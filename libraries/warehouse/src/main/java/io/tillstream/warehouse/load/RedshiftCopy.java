package io.tillstream.warehouse.load;

import io.tillstream.model.codec.LineTable;
import java.util.List;
import java.util.stream.Collectors;

/** What Redshift's COPY is told: the statement, and the two files that it names. */
final class RedshiftCopy {

    private final List<String> columns;

    RedshiftCopy(LineTable table) {
        this.columns = List.of((StagingTable.PLACE + ", " + TableColumns.names(table)).split(", ", -1));
    }

    /** Whatever does not fit fails the statement, and with it the load: nothing is cut short or left out. */
    String statement(String manifest, String jsonPaths, RedshiftAccess access) {
        return "COPY staging (" + String.join(", ", columns) + ") FROM '" + quoted(manifest) + "' " + access.clause()
                + " MANIFEST GZIP JSON '" + quoted(jsonPaths) + "' TIMEFORMAT 'auto' MAXERROR 0 COMPUPDATE OFF"
                + " STATUPDATE OFF";
    }

    String jsonPaths() {
        return columns.stream()
                .map(column -> "\"$['" + column + "']\"")
                .collect(Collectors.joining(",\n    ", "{\"jsonpaths\": [\n    ", "\n]}\n"));
    }

    static String manifest(List<Part> parts) {
        return parts.stream()
                .map(part -> "{\"url\": \"" + part.uri() + "\", \"mandatory\": true, \"meta\": {\"content_length\": "
                        + part.size() + "}}")
                .collect(Collectors.joining(",\n    ", "{\"entries\": [\n    ", "\n]}\n"));
    }

    private static String quoted(String text) {
        return text.replace("'", "''");
    }

    /** An object of the staging area. */
    record Part(String uri, long size) {}
}
