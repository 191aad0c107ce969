package io.tillstream.localcloud;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A folder that only its owner can read, where the file system has owners. */
final class PrivateFolder {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private PrivateFolder() {}

    /** Creates it, with its parents, or removes other users' rights from the existing one. */
    static Path made(Path folder) throws IOException {
        Files.createDirectories(folder);
        try {
            Files.setPosixFilePermissions(folder, OWNER_ONLY);
        } catch (FileSystemException | UnsupportedOperationException notOurs) {
            // A folder that someone else made, and lets us use, or a file system without owners.
        }
        return folder;
    }
}
