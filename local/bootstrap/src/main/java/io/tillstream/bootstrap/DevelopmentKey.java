package io.tillstream.bootstrap;

import io.tillstream.access.Scopes;
import io.tillstream.access.keys.IssuedKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
        IssuedKey issued = IssuedKey.random("developer", Scopes.BUILT_IN.all(), null, null);
        // The file of keys comes last: a start that was cut short makes another key.
        WholeFile.write(developer, issued.key() + "\n");
        WholeFile.write(keys, "keys:\n" + String.join("\n", issued.entry()) + "\n");
        return true;
    }

    static String read(Path developer) throws IOException {
        if (!Files.exists(developer)) {
            throw new IOException("there is no key yet, the first start makes it");
        }
        return Files.readString(developer).strip();
    }
}
