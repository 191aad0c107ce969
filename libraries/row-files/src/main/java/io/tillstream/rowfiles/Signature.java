package io.tillstream.rowfiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the first bytes of a file say it is; they are believed before its name. */
enum Signature {
    EMPTY(""),
    GZIP("\u001F\u008B"),
    ZIP("PK\u0003\u0004"),
    EMPTY_ZIP("PK\u0005\u0006", "is a zip without entries"),
    PART_OF_ZIP("PK\u0007\u0008", "is a part of a zip that was split; put the parts together, and unpack them"),
    PARQUET("PAR1"),
    ENCRYPTED_PARQUET("PARE", "is encrypted Parquet; decrypt it first"),
    OLE("\u00D0\u00CF\u0011\u00E0"),
    TAR("ustar", 257, "is a tar archive; unpack it (tar -xf), and name the files in it"),
    BZIP2("BZh", "is packed with bzip2; unpack it (bunzip2), or pack it with gzip"),
    ZSTANDARD("(\u00B5/\u00FD", "is packed with zstd; unpack it (zstd -d), or pack it with gzip"),
    XZ("\u00FD7zXZ", "is packed with xz; unpack it (unxz), or pack it with gzip"),
    LZ4("\u0004\"M\u0018", "is packed with lz4; unpack it (lz4 -d), or pack it with gzip"),
    COMPRESS("\u001F\u009D", "is packed with compress; unpack it (uncompress), or pack it with gzip"),
    SEVEN_ZIP("7z\u00BC\u00AF", "is a 7z archive; unpack it (7z x), and name the files in it"),
    RAR("Rar!", "is a RAR archive; unpack it, and name the files in it"),
    PNG("\u0089PNG", "is a picture (PNG), and holds no rows; ask for the table as CSV or XLSX"),
    JPEG("\u00FF\u00D8\u00FF", "is a picture (JPEG), and holds no rows; ask for the table as CSV or XLSX"),
    GIF("GIF8", "is a picture (GIF), and holds no rows; ask for the table as CSV or XLSX"),
    PDF("%PDF", "is a PDF, and holds no rows; ask for the table as CSV or XLSX"),
    ORC("ORC", "is an ORC file; write it as Parquet or CSV"),
    AVRO("Obj\u0001", "is an Avro file; write it as Parquet or CSV"),
    ARROW("ARROW1", "is an Arrow or Feather file; write it as Parquet or CSV"),
    SQLITE("SQLite format 3", "is an SQLite database; export the table as CSV"),
    RDATA("RDX", "is data of R; write it with write.csv(…, row.names = FALSE)"),
    RDS("X\n\u0000\u0000", "is data of R; write it with write.csv(…, row.names = FALSE)"),
    PROGRAM("\u007FELF", "is a program, and holds no rows"),
    BINARY("", "is neither text nor a format that is read; save it as CSV, NDJSON, XLSX or Parquet"),
    TEXT("");

    private static final int LONGEST = 512;

    private final String magic;
    private final int offset;
    private final @Nullable String refusal;

    Signature(String magic) {
        this(magic, 0, null);
    }

    Signature(String magic, String refusal) {
        this(magic, 0, refusal);
    }

    Signature(String magic, int offset, @Nullable String refusal) {
        this.magic = magic;
        this.offset = offset;
        this.refusal = refusal;
    }

    /** What it is and what to do, when it is nothing that rows are read from. */
    Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Reads the start of the stream, and closes it. */
    static Signature of(InputStream stream) throws IOException {
        byte[] start;
        try (stream) {
            start = stream.readNBytes(LONGEST);
        }
        if (start.length == 0) {
            return EMPTY;
        }
        String text = new String(start, StandardCharsets.ISO_8859_1);
        for (Signature signature : values()) {
            if (!signature.magic.isEmpty() && text.startsWith(signature.magic, signature.offset)) {
                return signature;
            }
        }
        boolean isText = text.indexOf('\0') < 0
                || Utf16.isMarked(start)
                || Utf16.guess(start).isPresent();
        return isText ? TEXT : BINARY;
    }
}
