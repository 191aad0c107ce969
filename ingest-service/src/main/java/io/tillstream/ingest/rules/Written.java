package io.tillstream.ingest.rules;

import java.util.List;

/**
 * A piece of a rule as the operator wrote it.
 *
 * @param where the property or the line of the file it stands in
 */
record Written(String text, String where) {

    /** A fault of the piece as a whole. */
    BadRulesException fault(String message) {
        return new BadRulesException(where + ": " + message);
    }

    /**
     * A fault at a place within the piece, with the text before it shown.
     *
     * @param line counted from 1
     * @param column counted from 1, in characters
     */
    BadRulesException fault(int line, int column, String message) {
        List<String> lines = text.lines().toList();
        String shown = line <= lines.size() ? lines.get(line - 1) : "";
        return fault("line " + line + ", column " + column + " of the expression: " + message + "\n    " + shown
                + "\n    " + " ".repeat(column - 1) + "^");
    }
}
