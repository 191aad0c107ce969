package io.tillstream.localcloud.dynamodb.launcher;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteException;
import com.almworks.sqlite4java.SQLiteStatement;
import java.util.List;

/**
 * Statements that a failed request of the server's has left in the middle of their rows. SQLite checkpoints no log while
 * one of them is open ("database table is locked"), and the server never comes back to them.
 */
final class OpenStatements {

    private OpenStatements() {}

    /** To be called between the server's jobs, when none of its statements is in use. */
    static void reset(SQLiteConnection connection) throws SQLiteException, ReflectiveOperationException {
        for (Object each : (List<?>) Launcher.read(connection, "myStatements")) {
            if (each instanceof SQLiteStatement statement && statement.hasStepped()) {
                statement.reset(false);
            }
        }
    }
}
