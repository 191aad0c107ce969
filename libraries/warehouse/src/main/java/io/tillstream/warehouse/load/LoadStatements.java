package io.tillstream.warehouse.load;

/** The statements of a load that PostgreSQL and Redshift both know. */
final class LoadStatements {

    /** The time of the load, given as text: Redshift has no current_timestamp where tables are concerned. */
    private static final String TIME = "CAST(? AS timestamptz)";

    /** Loads take turns here, so that readers of the tables themselves never wait. */
    static final String TAKE_TURN = "LOCK TABLE load_turn";

    static final String LOADED_BEFORE = "SELECT object, etag FROM load_history WHERE object IN (%s)";

    /** Of lines that are in staging more than once, the one whose version counts. */
    static final String CREATE_INCOMING = "CREATE TEMP TABLE incoming AS SELECT object_no, row_no, version, "
            + SalesLineColumns.NAMES + " FROM (SELECT object_no, row_no, version, " + SalesLineColumns.NAMES
            + ", row_number() OVER (PARTITION BY invoice_no, stock_code, line_id, store_id"
            + " ORDER BY version, object_no, row_no) AS place FROM staging) placed WHERE place = 1";

    /** How many lines that the warehouse has say something else than it, and how many came earlier than it knew. */
    static final String COUNT_KNOWN = "SELECT coalesce(sum(CASE WHEN " + saysOther("incoming")
            + " THEN 1 ELSE 0 END), 0), coalesce(sum(CASE WHEN " + isEarlier()
            + " THEN 1 ELSE 0 END), 0) FROM incoming JOIN sales_line ON " + sameLine("incoming");

    static final String LEAVE_OUT_KNOWN = "DELETE FROM incoming USING sales_line WHERE " + sameLine("incoming");

    /** An earlier line that says the same: what comes between the two times must not count. */
    static final String KEEP_EARLIER_TIME = "UPDATE sales_line SET received_at = incoming.received_at FROM incoming"
            + " WHERE " + sameLine("incoming") + " AND " + isEarlier();

    static final String CREATE_REPLACED = "CREATE TEMP TABLE replaced (object_no integer, row_no bigint)";

    static final String ADD_REPLACED = "INSERT INTO replaced (object_no, row_no) VALUES (?, ?)";

    static final String DELETE_REPLACED = "DELETE FROM sales_line USING incoming, replaced"
            + " WHERE incoming.object_no = replaced.object_no AND incoming.row_no = replaced.row_no AND "
            + sameLine("incoming");

    static final String DROP_REPLACED = "DROP TABLE replaced";

    /**
     * What is known was left out, and others wait for their turn, so all of it is new. Unlike MERGE, an INSERT tells on
     * both databases how many rows it took.
     */
    static final String INSERT = "INSERT INTO sales_line (" + SalesLineColumns.NAMES + ", loaded_at) SELECT "
            + SalesLineColumns.NAMES + ", " + TIME + " FROM incoming";

    static final String TAKEN_BY_OBJECT = "SELECT object_no, count(*) FROM incoming GROUP BY object_no";

    static final String COUNT_STAGING = "SELECT count(*) FROM staging";

    /**
     * Every line of staging, as often as the warehouse holds it: once each, or the load is wrong. And how many of them
     * say something else than the line that it holds.
     */
    static final String COUNT_FOUND = "SELECT count(*), coalesce(sum(CASE WHEN " + saysOther("staging")
            + " THEN 1 ELSE 0 END), 0) FROM staging JOIN sales_line ON " + sameLine("staging");

    static final String DROP_INCOMING = "DROP TABLE incoming";

    static final String DROP_STAGING = "DROP TABLE staging";

    static final String RECORD_LOADED = "INSERT INTO load_history"
            + " (object, etag, load_id, rows, merged, already_there, conflicting, rejected, loaded_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, " + TIME + ")";

    static final String RECORD_REPEATED_FAILURE = "UPDATE load_failure"
            + " SET attempts = attempts + 1, last_failed_at = " + TIME + ", reason = ? WHERE object = ? AND etag = ?";

    static final String RECORD_FIRST_FAILURE = "INSERT INTO load_failure"
            + " (first_failed_at, last_failed_at, reason, object, etag, attempts)"
            + " VALUES (" + TIME + ", " + TIME + ", ?, ?, ?, 1)";

    static final String FORGET_FAILURE = "DELETE FROM load_failure WHERE object = ?";

    static final String IS_VOID = "SELECT count(*) FROM voided_line WHERE invoice_no = ? AND stock_code = ?"
            + " AND line_id = ? AND coalesce(store_id, '') = coalesce(?, '')";

    static final String ADD_VOID = "INSERT INTO voided_line"
            + " (invoice_no, stock_code, line_id, store_id, reason, voided_by, voided_at, loaded_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, " + TIME + ", " + TIME + ")";

    static final String ANY_VOID = "SELECT count(*) FROM voided_line";

    static final String DELETE_VOID = "DELETE FROM sales_line USING voided_line WHERE " + sameLine("voided_line");

    static final String FIND_MARK = "SELECT reached, swept_at FROM load_mark WHERE source = ?";

    static final String FORGET_MARK = "DELETE FROM load_mark WHERE source = ?";

    static final String RECORD_MARK =
            "INSERT INTO load_mark (source, reached, swept_at) VALUES (?, " + TIME + ", " + TIME + ")";

    private LoadStatements() {}

    /** The lines of the warehouse that the best of staging would take the place of, or that stay before it. */
    static String differing(String attributes) {
        return "SELECT incoming.object_no, incoming.row_no, incoming.version, " + SalesLineColumns.plainOf("sales_line")
                + ", "
                + attributes + " FROM incoming JOIN sales_line ON " + sameLine("incoming") + " WHERE "
                + saysOther("incoming") + " ORDER BY incoming.object_no, incoming.row_no";
    }

    /** The lines of staging that say something else than the line that the warehouse holds in the end. */
    static String notCounting(String attributes) {
        return "SELECT staging.object_no, staging.row_no, staging.version, " + SalesLineColumns.plainOf("staging")
                + ", "
                + attributes + " FROM staging JOIN sales_line ON " + sameLine("staging") + " WHERE "
                + saysOther("staging") + " ORDER BY staging.object_no, staging.row_no";
    }

    /** No id is empty, so lines without a shop are those of the shop that bears the empty id. */
    private static String sameLine(String other) {
        return "sales_line.invoice_no = %1$s.invoice_no AND sales_line.stock_code = %1$s.stock_code".formatted(other)
                + " AND sales_line.line_id = %1$s.line_id".formatted(other)
                + " AND coalesce(sales_line.store_id, '') = coalesce(%1$s.store_id, '')".formatted(other);
    }

    private static String saysOther(String other) {
        return ("NOT (sales_line.quantity = %1$s.quantity AND sales_line.unit_price = %1$s.unit_price"
                        + " AND sales_line.invoice_date = %1$s.invoice_date AND sales_line.country = %1$s.country"
                        + " AND coalesce(sales_line.description, '') = coalesce(%1$s.description, '')"
                        + " AND coalesce(sales_line.customer_id, '') = coalesce(%1$s.customer_id, ''))")
                .formatted(other);
    }

    /** Where the content names the line, as version 0 says, nothing else can come between. */
    private static String isEarlier() {
        return "incoming.received_at < sales_line.received_at AND incoming.version >= '1' AND NOT ("
                + saysOther("incoming") + ")";
    }
}
