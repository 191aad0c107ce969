package io.tillstream.suite;

import io.tillstream.warehouse.schema.LocalWarehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The login that created the suite's warehouse and may do everything in it: nobody but the suite itself, which creates
 * the logins of the services.
 *
 * @param password is kept beside the warehouse, in a file that only its owner reads
 */
record WarehouseAdministrator(String name, String password) {

    /** Whoever kept state before there were several logins has a warehouse that was created by the only one. */
    private static final WarehouseAdministrator EARLIER =
            new WarehouseAdministrator(LocalWarehouse.USERNAME, CloudSettings.WAREHOUSE_PASSWORD);

    /** The one of the warehouse that lies in this folder, or will. */
    static WarehouseAdministrator of(Optional<Path> data) {
        return data.map(WarehouseAdministrator::in)
                .orElseGet(() -> new WarehouseAdministrator(LocalWarehouse.ADMINISTRATOR, anew()));
    }

    private static WarehouseAdministrator in(Path data) {
        Path secret = data.resolve("warehouse-administrator");
        try {
            if (!Files.exists(secret)) {
                if (Files.exists(data.resolve("warehouse").resolve("data"))) {
                    return EARLIER;
                }
                Files.createDirectories(data);
                write(secret);
            }
            return new WarehouseAdministrator(LocalWarehouse.ADMINISTRATOR, Files.readString(secret));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The warehouse's password in " + secret + " cannot be read", unreadable);
        }
    }

    private static void write(Path secret) throws IOException {
        Path draft = secret.resolveSibling(secret.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, anew(), StandardOpenOption.WRITE);
        Files.move(draft, secret);
    }

    /** Creates the logins of everybody else in the warehouse at that address. */
    void createLogins(String url) throws SQLException {
        LocalWarehouse.createLogins(
                url,
                name,
                password,
                LocalWarehouse.LOGINS.stream()
                        .collect(Collectors.toMap(login -> login, login -> CloudSettings.WAREHOUSE_PASSWORD)));
    }

    private static String anew() {
        return UUID.randomUUID().toString();
    }

    @Override
    public String toString() {
        return name;
    }
}
