package io.tillstream.ingest.rules;

import java.util.Map;
import java.util.Optional;

/**
 * A rule as it is written: keys with a text, and keys with a table of texts.
 *
 * @param where the property or the line of the file it begins in
 */
record RuleText(String where, Map<String, Written> texts, Map<String, Map<String, Written>> tables) {

    Optional<Written> text(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    Optional<Map<String, Written>> table(String key) {
        return Optional.ofNullable(tables.get(key));
    }

    /** A fault of the rule as a whole. */
    BadRulesException fault(String message) {
        return new BadRulesException(where + ": " + message);
    }
}
