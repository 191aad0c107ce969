package io.tillstream.warehouse.load;

/** The statements about what is loaded, which objects and how far: the same for every table of lines. */
final class LedgerStatements {

    /** The time of the load, given as text: Redshift has no current_timestamp where tables are concerned. */
    static final String TIME = "CAST(? AS timestamptz)";

    static final String LOADED_BEFORE = "SELECT object, etag FROM load_history WHERE object IN (%s)";

    static final String RECORD_LOADED = "INSERT INTO load_history"
            + " (object, etag, load_id, rows, merged, already_there, conflicting, rejected, loaded_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, " + TIME + ")";

    static final String RECORD_REPEATED_FAILURE = "UPDATE load_failure"
            + " SET attempts = attempts + 1, last_failed_at = " + TIME + ", reason = ? WHERE object = ? AND etag = ?";

    static final String RECORD_FIRST_FAILURE = "INSERT INTO load_failure"
            + " (first_failed_at, last_failed_at, reason, object, etag, attempts)"
            + " VALUES (" + TIME + ", " + TIME + ", ?, ?, ?, 1)";

    static final String FORGET_FAILURE = "DELETE FROM load_failure WHERE object = ?";

    static final String FIND_MARK = "SELECT reached, swept_at FROM load_mark WHERE source = ?";

    static final String FORGET_MARK = "DELETE FROM load_mark WHERE source = ?";

    static final String RECORD_MARK =
            "INSERT INTO load_mark (source, reached, swept_at) VALUES (?, " + TIME + ", " + TIME + ")";

    private LedgerStatements() {}
}
