package io.tillstream.model.codec;

import io.tillstream.model.TransactionLine;
import java.io.IOException;
import java.io.OutputStream;

/** Writes lines to a stream in the form of {@link LineCodec}, each with a line end. For one thread. */
public final class LineOutput {

    private final OutputStream out;
    private final JsonBytes json = new JsonBytes();

    public LineOutput(OutputStream out) {
        this.out = out;
    }

    /** Writes a line, and returns of how many bytes it was made. */
    public int write(TransactionLine line) throws IOException {
        LineWriter.write(json, line);
        json.endLine();
        int bytes = json.length();
        json.moveTo(out);
        return bytes;
    }
}
