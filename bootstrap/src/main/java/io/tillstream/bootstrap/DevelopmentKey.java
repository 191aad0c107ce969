package io.tillstream.bootstrap;

import io.tillstream.access.Scope;
import io.tillstream.access.keys.IssuedKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * A key for whoever develops with this cloud, made at its first start and nowhere else of any use. Services get its
 * hash; the key itself lies in a file of its own.
 *
 * @param keys the file of keys that the services read
 * @param developer where the key goes
 */
record DevelopmentKey(Path keys, Path developer) {

    /** Whether it was made by this call. */
    boolean makeUnlessThere() throws IOException {
        if (Files.exists(keys) && Files.exists(developer)) {
            return false;
        }
        IssuedKey issued = IssuedKey.random("developer", EnumSet.allOf(Scope.class), null, null);
        // The file of keys comes last: a start that was cut short makes another key.
        write(developer, List.of(issued.key()));
        write(keys, Stream.concat(Stream.of("keys:"), issued.entry().stream()).toList());
        return true;
    }

    static String read(Path developer) throws IOException {
        if (!Files.exists(developer)) {
            throw new IOException("there is no key yet, the first start makes it");
        }
        return Files.readString(developer).strip();
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.write(unfinished, lines);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
