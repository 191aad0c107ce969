package io.tillstream.producer.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** A file to be written, whose name tells its form. */
record GeneratedFile(Path path, Charset encoding) {

    boolean isText() {
        return name().endsWith(".csv") || isPacked();
    }

    boolean isWorkbook() {
        return name().endsWith(".xlsx");
    }

    /** Opens it, from its beginning. */
    OutputStream open() throws IOException {
        OutputStream stream = Files.newOutputStream(path);
        return isPacked() ? new GZIPOutputStream(stream) : stream;
    }

    private boolean isPacked() {
        return name().endsWith(".csv.gz");
    }

    private String name() {
        Path name = path.getFileName();
        return name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
    }
}
