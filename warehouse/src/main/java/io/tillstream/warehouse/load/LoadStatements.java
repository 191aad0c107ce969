package io.tillstream.warehouse.load;

/** The statements of a load that PostgreSQL and Redshift both know. */
final class LoadStatements {

    /** The time of the load, given as text: Redshift has no current_timestamp where tables are concerned. */
    private static final String TIME = "CAST(? AS timestamptz)";

    /** Loads take turns here, so that readers of the tables themselves never wait. */
    static final String TAKE_TURN = "LOCK TABLE load_turn";

    static final String LOADED_BEFORE = "SELECT object, etag FROM load_history WHERE object IN (%s)";

    /** Of lines that are in staging more than once, the first. */
    static final String CREATE_INCOMING = "CREATE TEMP TABLE incoming AS SELECT object_no, " + Columns.NAMES
            + " FROM (SELECT object_no, " + Columns.NAMES
            + ", row_number() OVER (PARTITION BY invoice_no, stock_code, line_id ORDER BY object_no, row_no) AS place"
            + " FROM staging) placed WHERE place = 1";

    static final String LEAVE_OUT_KNOWN = "DELETE FROM incoming USING sales_line WHERE " + sameLine();

    /**
     * What is known was left out, and others wait for their turn, so all of it is new. Unlike MERGE, an INSERT tells on
     * both databases how many rows it took.
     */
    static final String INSERT = "INSERT INTO sales_line (" + Columns.NAMES + ", loaded_at) SELECT " + Columns.NAMES
            + ", " + TIME + " FROM incoming";

    static final String MERGED_BY_OBJECT = "SELECT object_no, count(*) FROM incoming GROUP BY object_no";

    static final String COUNT_STAGING = "SELECT count(*) FROM staging";

    /** Every line of staging, as often as the warehouse holds it: once each, or the load is wrong. */
    static final String COUNT_FOUND =
            "SELECT count(*) FROM staging JOIN sales_line ON " + sameLine().replace("incoming.", "staging.");

    static final String DROP_INCOMING = "DROP TABLE incoming";

    static final String DROP_STAGING = "DROP TABLE staging";

    static final String RECORD_LOADED = "INSERT INTO load_history"
            + " (object, etag, load_id, rows, merged, already_there, rejected, loaded_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, " + TIME + ")";

    static final String RECORD_REPEATED_FAILURE = "UPDATE load_failure"
            + " SET attempts = attempts + 1, last_failed_at = " + TIME + ", reason = ? WHERE object = ? AND etag = ?";

    static final String RECORD_FIRST_FAILURE = "INSERT INTO load_failure"
            + " (first_failed_at, last_failed_at, reason, object, etag, attempts)"
            + " VALUES (" + TIME + ", " + TIME + ", ?, ?, ?, 1)";

    static final String FORGET_FAILURE = "DELETE FROM load_failure WHERE object = ?";

    private LoadStatements() {}

    private static String sameLine() {
        return "sales_line.invoice_no = incoming.invoice_no AND sales_line.stock_code = incoming.stock_code"
                + " AND sales_line.line_id = incoming.line_id";
    }
}
