package io.tillstream.consumers.reprocess;

/** Lines of a report: a word, and what is said of it. */
final class ReportLines {

    private static final int WIDTH = 12;

    private final StringBuilder text = new StringBuilder();

    void add(String word, String said) {
        say(word + " ".repeat(Math.max(1, WIDTH - word.length())) + said);
    }

    void say(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    String text() {
        return text.toString().stripTrailing();
    }
}
