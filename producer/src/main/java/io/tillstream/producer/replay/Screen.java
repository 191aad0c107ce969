package io.tillstream.producer.replay;

import java.io.PrintWriter;

/**
 * Where progress is shown.
 *
 * @param terminal whether a line can be written over
 */
record Screen(PrintWriter out, boolean terminal) {

    void say(String line) {
        out.println(line);
        out.flush();
    }
}
