package io.tillstream.localcloud.dynamodb.launcher;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteException;
import com.almworks.sqlite4java.SQLiteStatement;

/**
 * Lets the server's database append its commits to a log instead of syncing three files for each. What is committed is
 * with the operating system at once and on the disk within a second or two.
 */
final class WriteAheadLog {

    private WriteAheadLog() {}

    static void open(SQLiteConnection connection) throws SQLiteException {
        if (ask(connection, "PRAGMA page_size").equals("1024")) {
            // A file's page size changes only without a log, and only when it is rewritten: it is new, or small.
            connection.exec("PRAGMA page_size=4096");
            connection.exec("VACUUM");
        }
        // No one else opens the file, so that the log's index can be kept in memory; but only if it is said before
        // the log is first used, and the server has read from the file by now.
        ask(connection, "PRAGMA journal_mode=DELETE");
        ask(connection, "PRAGMA locking_mode=EXCLUSIVE");
        ask(connection, "PRAGMA journal_mode=WAL");
        // With a log, NORMAL never corrupts the file; a power cut may cost the commits since the last checkpoint.
        connection.exec("PRAGMA synchronous=NORMAL");
        connection.exec("PRAGMA cache_size=-65536");
    }

    /** SQLite's own checkpoint comes with a commit, and fails: the server's statements are still open then. */
    static void checkpoint(SQLiteConnection connection) throws SQLiteException {
        ask(connection, "PRAGMA wal_checkpoint(PASSIVE)");
    }

    private static String ask(SQLiteConnection connection, String pragma) throws SQLiteException {
        SQLiteStatement statement = connection.prepare(pragma, false);
        try {
            return statement.step() ? statement.columnString(0) : "";
        } finally {
            statement.dispose();
        }
    }
}
