package io.tillstream.rowfiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What the first bytes of a file say it is; they are believed before its name. */
enum Signature {
    EMPTY(""),
    GZIP("\u001F\u008B"),
    ZIP("PK\u0003\u0004"),
    EMPTY_ZIP("PK\u0005\u0006"),
    OLD_EXCEL("\u00D0\u00CF\u0011\u00E0"),
    PARQUET("PAR1"),
    TEXT("");

    private static final int LONGEST = 4;

    private final String magic;

    Signature(String magic) {
        this.magic = magic;
    }

    /** Reads the start of the stream, and closes it. */
    static Signature of(InputStream stream) throws IOException {
        String start;
        try (stream) {
            start = new String(stream.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
        }
        if (start.isEmpty()) {
            return EMPTY;
        }
        for (Signature signature : values()) {
            if (!signature.magic.isEmpty() && start.startsWith(signature.magic)) {
                return signature;
            }
        }
        return TEXT;
    }
}
