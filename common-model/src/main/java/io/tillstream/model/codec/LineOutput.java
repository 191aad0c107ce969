package io.tillstream.model.codec;

import io.tillstream.model.FeedLine;
import java.io.IOException;
import java.io.OutputStream;

/** Writes lines to a stream in a form of theirs, each with a line end. For one thread. */
public final class LineOutput {

    private final LineForm form;
    private final OutputStream out;
    private final JsonBytes json = new JsonBytes();

    public LineOutput(LineForm form, OutputStream out) {
        this.form = form;
        this.out = out;
    }

    /** Writes a line, and returns of how many bytes it was made. */
    public int write(FeedLine line) throws IOException {
        form.write(json, line);
        json.endLine();
        int bytes = json.length();
        json.moveTo(out);
        return bytes;
    }
}
