package io.tillstream.warehouse.load;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What Redshift's COPY is told: the statement, and the two files that it names. */
final class RedshiftCopy {

    private static final List<String> COLUMNS =
            Arrays.asList(("object_no, row_no, version, " + SalesLineColumns.NAMES).split(", "));

    /** Widths count bytes. */
    static final String CREATE = """
            CREATE TEMP TABLE staging (
                object_no integer, row_no bigint, version varchar(64), invoice_no varchar(64),
                stock_code varchar(256), line_id varchar(256), description varchar(4000), quantity bigint,
                invoice_date timestamp,
                unit_price decimal(18, 4), line_total decimal(38, 4), customer_id varchar(256), country varchar(256),
                kind varchar(16), store_id varchar(256), received_at timestamptz, attributes super)
            DISTSTYLE KEY DISTKEY (invoice_no)""";

    private RedshiftCopy() {}

    /** Whatever does not fit fails the statement, and with it the load: nothing is cut short or left out. */
    static String statement(String manifest, String jsonPaths, RedshiftAccess access) {
        return "COPY staging (" + String.join(", ", COLUMNS) + ") FROM '" + quoted(manifest) + "' " + access.clause()
                + " MANIFEST GZIP JSON '" + quoted(jsonPaths) + "' TIMEFORMAT 'auto' MAXERROR 0 COMPUPDATE OFF"
                + " STATUPDATE OFF";
    }

    static String jsonPaths() {
        return COLUMNS.stream()
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
