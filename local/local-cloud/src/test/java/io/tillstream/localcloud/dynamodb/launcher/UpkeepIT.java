package io.tillstream.localcloud.dynamodb.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.almworks.sqlite4java.SQLite;
import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteException;
import com.almworks.sqlite4java.SQLiteStatement;
import io.tillstream.localcloud.contract.SdkClients;
import io.tillstream.localcloud.contract.Tables;
import io.tillstream.localcloud.dynamodb.DynamoDbLocal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class UpkeepIT {

    /** With it comes SQLite itself. */
    private static final Path DYNAMODB_LIBRARIES =
            Path.of(System.getProperty("dynamodb.libraries", "dynamodb-local/target/lib"));

    @TempDir
    private Path data;

    @BeforeAll
    static void findSqlite() {
        SQLite.setLibraryPath(DYNAMODB_LIBRARIES.toAbsolutePath().toString());
    }

    @Test
    void logStaysSmallThoughAStatementWasLeftOpen() throws Exception {
        SQLiteConnection connection = open(data.resolve("any.db"));
        try {
            WriteAheadLog.open(connection);
            connection.exec("CREATE TABLE line (id INTEGER PRIMARY KEY, text TEXT)");
            insertAMegabyte(connection);
            SQLiteStatement leftOpen = connection.prepare("SELECT text FROM line");
            assertThat(leftOpen.step()).isTrue();
            for (int round = 0; round < 10; round++) {
                insertAMegabyte(connection);
                Upkeep.goRound(connection);
            }
            assertThat(Files.size(data.resolve("any.db-wal"))).isLessThan(4 << 20);
        } finally {
            connection.dispose();
        }
    }

    @Test
    void leavesATransactionAlone() throws Exception {
        SQLiteConnection connection = open(data.resolve("any.db"));
        try {
            WriteAheadLog.open(connection);
            connection.exec("CREATE TABLE line (id INTEGER PRIMARY KEY, text TEXT)");
            connection.exec("BEGIN");
            connection.exec("INSERT INTO line (text) VALUES ('a')");
            Upkeep.goRound(connection);
            connection.exec("COMMIT");
            assertThat(text(connection, "SELECT text FROM line")).isEqualTo("a");
        } finally {
            connection.dispose();
        }
    }

    @Test
    void scansPassOverTheRowsBeforeAPageInTheIndex() throws Exception {
        try (DynamoDbLocal server = DynamoDbLocal.start(DYNAMODB_LIBRARIES, data);
                DynamoDbClient db = SdkClients.at(server.endpoint(), DynamoDbClient.builder())) {
            Tables.create(db, "any");
        }
        DynamoDbLocal.start(DYNAMODB_LIBRARIES, data).close();

        SQLiteConnection connection = open(data.resolve("shared-local-instance.db"));
        try {
            assertThat(text(connection, "SELECT sql FROM sqlite_master WHERE tbl_name = 'any' AND name LIKE '%HVI'"))
                    .endsWith("ON \"any\" (hashValue, rangeKey, hashKey)");
        } finally {
            connection.dispose();
        }
    }

    private static SQLiteConnection open(Path file) throws SQLiteException {
        return new SQLiteConnection(file.toFile()).open(true);
    }

    private static void insertAMegabyte(SQLiteConnection connection) throws SQLiteException {
        connection.exec("INSERT INTO line (text) VALUES (hex(zeroblob(524288)))");
    }

    private static String text(SQLiteConnection connection, String query) throws SQLiteException {
        SQLiteStatement statement = connection.prepare(query);
        try {
            return statement.step() ? statement.columnString(0) : "nothing";
        } finally {
            statement.dispose();
        }
    }
}
