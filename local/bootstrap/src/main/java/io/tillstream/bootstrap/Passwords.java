package io.tillstream.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Passwords that nobody chose, each in a file of a folder of its own below this one: a container is shown the folders of
 * those logins that it uses, and no other.
 */
record Passwords(Path folder) {

    /** Whether it was made by this call. */
    boolean makeUnlessThere(String login) throws IOException {
        Path file = fileOf(login);
        if (Files.exists(file)) {
            return false;
        }
        Files.createDirectories(file.getParent());
        WholeFile.write(file, UUID.randomUUID().toString());
        return true;
    }

    String read(String login) throws IOException {
        if (!Files.exists(fileOf(login))) {
            throw new IOException("there is no password of " + login + ", the first start makes it");
        }
        return Files.readString(fileOf(login)).strip();
    }

    private Path fileOf(String login) {
        return folder.resolve(login).resolve("password");
    }
}
