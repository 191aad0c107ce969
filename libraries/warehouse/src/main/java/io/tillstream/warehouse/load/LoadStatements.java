package io.tillstream.warehouse.load;

import io.tillstream.model.codec.LineColumn;
import io.tillstream.model.codec.LineTable;
import java.util.List;
import java.util.stream.Collectors;

/** The statements of a load into one table, as PostgreSQL and Redshift both know them. */
final class LoadStatements {

    static final String CREATE_REPLACED = "CREATE TEMP TABLE replaced (object_no integer, row_no bigint)";

    static final String ADD_REPLACED = "INSERT INTO replaced (object_no, row_no) VALUES (?, ?)";

    static final String DROP_REPLACED = "DROP TABLE replaced";

    static final String TAKEN_BY_OBJECT = "SELECT object_no, count(*) FROM incoming GROUP BY object_no";

    static final String COUNT_STAGING = "SELECT count(*) FROM staging";

    static final String DROP_INCOMING = "DROP TABLE incoming";

    static final String DROP_STAGING = "DROP TABLE staging";

    private final LineTable table;
    private final String name;
    private final String columns;

    LoadStatements(LineTable table) {
        this.table = table;
        this.name = table.name();
        this.columns = TableColumns.names(table);
    }

    /** Loads take turns at a table of its own, so that readers of the tables themselves never wait. */
    static String takeTurn(String turn) {
        return "LOCK TABLE " + turn;
    }

    /** Of lines that are in staging more than once, the one whose version counts. */
    String createIncoming() {
        String all = StagingTable.PLACE + ", " + columns;
        return "CREATE TEMP TABLE incoming AS SELECT " + all + " FROM (SELECT " + all
                + ", row_number() OVER (PARTITION BY " + String.join(", ", table.key())
                + " ORDER BY version, object_no, row_no) AS place FROM staging) placed WHERE place = 1";
    }

    /** How many lines that the warehouse has say something else than it, and how many came earlier than it knew. */
    String countKnown() {
        return "SELECT " + count(saysOther("incoming")) + ", " + count(isEarlier()) + " FROM incoming JOIN " + name
                + " ON " + sameLine("incoming");
    }

    String leaveOutKnown() {
        return "DELETE FROM incoming USING " + name + " WHERE " + sameLine("incoming");
    }

    /** An earlier line that says the same: what comes between the two times must not count. */
    String keepEarlierTime() {
        return "UPDATE " + name + " SET received_at = incoming.received_at FROM incoming WHERE " + sameLine("incoming")
                + " AND " + isEarlier();
    }

    String deleteReplaced() {
        return "DELETE FROM " + name + " USING incoming, replaced WHERE incoming.object_no = replaced.object_no"
                + " AND incoming.row_no = replaced.row_no AND " + sameLine("incoming");
    }

    /**
     * What is known was left out, and others wait for their turn, so all of it is new. Unlike MERGE, an INSERT tells on
     * both databases how many rows it took.
     */
    String insert() {
        return "INSERT INTO " + name + " (" + columns + ", loaded_at) SELECT " + columns + ", " + LedgerStatements.TIME
                + " FROM incoming";
    }

    /**
     * Every line of staging, as often as the warehouse holds it: once each, or the load is wrong. And how many of them
     * say something else than the line that it holds.
     */
    String countFound() {
        return "SELECT count(*), " + count(saysOther("staging")) + " FROM staging JOIN " + name + " ON "
                + sameLine("staging");
    }

    /** The lines of the warehouse that the best of staging would take the place of, or that stay before it. */
    String differing(String attributes) {
        return versions("incoming", name, attributes);
    }

    /** The lines of staging that say something else than the line that the warehouse holds in the end. */
    String notCounting(String attributes) {
        return versions("staging", "staging", attributes);
    }

    private String versions(String place, String shown, String attributes) {
        String plain = TableColumns.plain(table).stream()
                .map(column -> shown + "." + column)
                .collect(Collectors.joining(", "));
        return "SELECT %1$s.object_no, %1$s.row_no, %1$s.version, ".formatted(place) + plain + ", " + attributes
                + " FROM " + place + " JOIN " + name + " ON " + sameLine(place) + " WHERE " + saysOther(place)
                + " ORDER BY %1$s.object_no, %1$s.row_no".formatted(place);
    }

    /** The lines of another table that are these. */
    String sameLine(String other) {
        return allEqual(table.key(), other);
    }

    private String saysOther(String other) {
        return "NOT (" + allEqual(table.said(), other) + ")";
    }

    /** Where the content names the line, as version 0 says, nothing else can come between. */
    private String isEarlier() {
        return "incoming.received_at < " + name + ".received_at AND incoming.version >= '1' AND NOT ("
                + saysOther("incoming") + ")";
    }

    private String allEqual(List<String> names, String other) {
        return names.stream()
                .map(column -> isEqual(table.column(column), name + "." + column, other + "." + column))
                .collect(Collectors.joining(" AND "));
    }

    /** No text is empty, so what is absent is what bears the empty one: lines without a shop are those of one shop. */
    static String isEqual(LineColumn column, String one, String other) {
        return column.isRequired() ? one + " = " + other : "coalesce(" + one + ", '') = coalesce(" + other + ", '')";
    }

    private static String count(String condition) {
        return "coalesce(sum(CASE WHEN " + condition + " THEN 1 ELSE 0 END), 0)";
    }
}
