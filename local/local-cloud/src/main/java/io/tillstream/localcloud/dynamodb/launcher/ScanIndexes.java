package io.tillstream.localcloud.dynamodb.launcher;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteException;
import com.almworks.sqlite4java.SQLiteStatement;
import java.util.ArrayList;
import java.util.List;

/**
 * The indexes by which the server scans. It keeps one on the hash of the partition key, and to find where a page begins
 * looks up every row before it, to compare sort keys. With those in the index too, it passes over them there.
 */
final class ScanIndexes {

    private static final String INCOMPLETE = """
            SELECT indexes.name, indexes.tbl_name
            FROM sqlite_master indexes JOIN sqlite_master tables ON tables.name = indexes.tbl_name
            WHERE indexes.type = 'index' AND tables.type = 'table'
              AND indexes.name = indexes.tbl_name || '*HVI'
              AND indexes.sql LIKE '%(hashValue)'
              AND tables.sql LIKE '%PRIMARY KEY(hashKey, rangeKey)%'""";

    private ScanIndexes() {}

    /** Adds the sort key to the indexes that lack it. */
    static void complete(SQLiteConnection connection) throws SQLiteException {
        for (Index index : incomplete(connection)) {
            connection.exec("BEGIN IMMEDIATE");
            try {
                connection.exec("DROP INDEX \"" + index.name + "\"");
                connection.exec("CREATE INDEX \"" + index.name + "\" ON \"" + index.table
                        + "\" (hashValue, rangeKey, hashKey)");
                connection.exec("COMMIT");
            } catch (SQLiteException e) {
                connection.exec("ROLLBACK");
                throw e;
            }
        }
    }

    private static List<Index> incomplete(SQLiteConnection connection) throws SQLiteException {
        SQLiteStatement statement = connection.prepare(INCOMPLETE, false);
        try {
            List<Index> indexes = new ArrayList<>();
            while (statement.step()) {
                indexes.add(new Index(statement.columnString(0), statement.columnString(1)));
            }
            return indexes;
        } finally {
            statement.dispose();
        }
    }

    private record Index(String name, String table) {}
}
