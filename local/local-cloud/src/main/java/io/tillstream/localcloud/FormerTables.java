package io.tillstream.localcloud;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Looks for tables that DynamoDB Local wrote: to start beside them would seem to have lost them. */
final class FormerTables {

    private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private FormerTables() {}

    /** @throws FormerTablesException when there are some */
    static void requireNone(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.db")) {
            for (Path file : files) {
                if (isSqlite(file)) {
                    throw new FormerTablesException(folder, file);
                }
            }
        }
    }

    private static boolean isSqlite(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return Arrays.equals(bytes.readNBytes(SQLITE.length), SQLITE);
        }
    }
}
