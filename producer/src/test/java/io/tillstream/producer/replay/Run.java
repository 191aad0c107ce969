package io.tillstream.producer.replay;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** One run of the command: what it ended with, and what it said. */
record Run(int exitCode, String out, String err) {

    static Run replay(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> texts = new ArrayList<>();
        for (Object arg : args) {
            texts.add(arg.toString());
        }
        int exitCode = new CommandLine(new ReplayCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(texts.toArray(String[]::new));
        return new Run(exitCode, out.toString(), err.toString());
    }
}
