package io.tillstream.loader.parts;

import io.tillstream.model.FeedLine;
import io.tillstream.model.codec.LineForm;
import io.tillstream.model.codec.LineOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A part that is being made, on the disk; its bytes are a function of its lines. */
final class PartFile {

    private static final int BUFFER = 1 << 16;

    private final int number;
    private final Path file;
    private final OutputStream out;
    private final LineOutput lines;
    private long rows;
    private long firstRow;
    private long lastRow;
    private long plainBytes;

    private PartFile(int number, Path file, OutputStream out, LineForm form) {
        this.number = number;
        this.file = file;
        this.out = out;
        this.lines = new LineOutput(form, out);
    }

    static PartFile create(Path folder, int number, int level, LineForm form) throws IOException {
        Path file = folder.resolve("part-" + number + ".jsonl.gz");
        return new PartFile(
                number, file, new BufferedOutputStream(new Gzip(Files.newOutputStream(file), level), BUFFER), form);
    }

    void add(long row, FeedLine line) throws IOException {
        plainBytes += lines.write(line);
        firstRow = rows == 0 ? row : firstRow;
        lastRow = row;
        rows++;
    }

    boolean isFull(Cut cut) {
        return cut.isFull(rows, plainBytes);
    }

    void close() throws IOException {
        out.close();
    }

    int number() {
        return number;
    }

    Path file() {
        return file;
    }

    /** The part, once it is put. */
    Part asPart(String key, String etag) throws IOException {
        return new Part(number, key, rows, firstRow, lastRow, Files.size(file), etag);
    }

    private static final class Gzip extends GZIPOutputStream {

        Gzip(OutputStream out, int level) throws IOException {
            super(out, BUFFER);
            def.setLevel(level);
        }
    }
}
