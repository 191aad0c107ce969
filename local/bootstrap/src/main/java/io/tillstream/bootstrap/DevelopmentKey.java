package io.tillstream.bootstrap;

import io.tillstream.access.Scopes;
import io.tillstream.access.keys.IssuedKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A key for whoever develops with this cloud, made at its first start and nowhere else of any use. Services get its
 * hash; the key itself lies in a file of its own.
 *
 * @param keys the file of keys that the services read
 * @param developer where the key goes
 */
record DevelopmentKey(Path keys, Path developer) {

    private static final String ID = "developer";

    /** Whether it was made by this call. */
    boolean makeUnlessThere() throws IOException {
        if (Files.exists(keys) && Files.exists(developer)) {
            extend();
            return false;
        }
        IssuedKey issued = IssuedKey.random(ID, Scopes.installed().all(), null, null);
        // The file of keys comes last: a start that was cut short makes another key.
        WholeFile.write(developer, issued.key() + "\n");
        WholeFile.write(keys, "keys:\n" + String.join("\n", issued.entry()) + "\n");
        return true;
    }

    /** A key that was good for everything, before there were other feeds, is good for everything. */
    private void extend() throws IOException {
        String before = Files.readString(keys);
        String after = before.replaceFirst(
                "(?m)^(- id: '%s'\n  hash: '\\w+'\n  scopes: )%s$"
                        .formatted(ID, Pattern.quote(Scopes.BUILT_IN.all().toString())),
                "$1" + Scopes.installed().all());
        if (!after.equals(before)) {
            WholeFile.write(keys, after);
        }
    }

    static String read(Path developer) throws IOException {
        if (!Files.exists(developer)) {
            throw new IOException("there is no key yet, the first start makes it");
        }
        return Files.readString(developer).strip();
    }
}
