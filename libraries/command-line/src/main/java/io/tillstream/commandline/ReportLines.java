package io.tillstream.commandline;

import java.util.Locale;

/** The lines of a report's text: a word, and what is said of it. */
public final class ReportLines {

    private final StringBuilder text = new StringBuilder();
    private final String form;

    /** @param form takes the word and what is said of it, such as {@code %-10s %s} */
    public ReportLines(String form) {
        this.form = form;
    }

    public void add(String word, String said) {
        say(form.formatted(word, said));
    }

    public void say(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    /** The lines, the last one without an end. */
    public String text() {
        return text.toString().stripTrailing();
    }

    /** A number as people read it: 1,234,567. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
