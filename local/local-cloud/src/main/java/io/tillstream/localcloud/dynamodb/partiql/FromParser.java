package io.tillstream.localcloud.dynamodb.partiql;

import io.tillstream.localcloud.protocol.AwsError;
import java.util.ArrayList;
import java.util.List;

/** What a statement is about: a table, or an index of one. */
final class FromParser {

    private final WordReader words;

    FromParser(WordReader words) {
        this.words = words;
    }

    /** A table, which is no index. */
    String table() {
        List<String> from = from();
        if (from.size() > 1) {
            throw AwsError.validation("This operation is not supported on an index");
        }
        return from.getFirst();
    }

    /** A table, and perhaps an index. */
    List<String> from() {
        List<String> components = new ArrayList<>();
        do {
            Word word = words.peek();
            if (!word.isName() || word.isAnyKeyword()) {
                throw words.unexpected();
            }
            components.add(words.next().text());
        } while (words.take("."));
        if (components.size() > 2) {
            throw AwsError.validation("A path may contain at most 2 components in the FROM clause");
        }
        if (components.contains("")) {
            throw AwsError.validation("Path component cannot be an empty string");
        }
        return components;
    }

    void refuseAlias() {
        Word word = words.peek();
        if ((word.isName() && !word.isAnyKeyword()) || word.isKeyword("AS")) {
            throw AwsError.validation("Aliasing is not supported");
        }
    }
}
