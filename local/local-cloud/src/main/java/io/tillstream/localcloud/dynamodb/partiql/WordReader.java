package io.tillstream.localcloud.dynamodb.partiql;

import io.tillstream.localcloud.dynamodb.expression.DocumentPath;
import io.tillstream.localcloud.protocol.AwsError;
import java.util.ArrayList;
import java.util.List;

/** Goes through a statement's words. */
final class WordReader {

    private static final int MAX_DEPTH = 200;

    private final List<Word> words;
    private int position;
    private int depth;

    WordReader(List<Word> words) {
        this.words = words;
    }

    Word peek() {
        return words.get(position);
    }

    Word next() {
        return words.get(position++);
    }

    boolean isFollowedBy(String sign) {
        return position + 1 < words.size() && words.get(position + 1).is(sign);
    }

    boolean take(String sign) {
        boolean there = peek().is(sign);
        position += there ? 1 : 0;
        return there;
    }

    boolean takeKeyword(String keyword) {
        boolean there = peek().isKeyword(keyword);
        position += there ? 1 : 0;
        return there;
    }

    void require(String sign) {
        if (!take(sign)) {
            throw unexpected();
        }
    }

    void requireKeyword(String keyword) {
        if (!takeKeyword(keyword)) {
            throw unexpected();
        }
    }

    void requireEnd() {
        take(";");
        if (peek().kind() != Word.Kind.END) {
            throw StatementFault.malformed(StatementFault.LEFT_OVER);
        }
    }

    AwsError unexpected() {
        return StatementFault.malformed(StatementFault.UNEXPECTED_TERM);
    }

    /** Something inside something; statements nest only so deep. */
    void enter() {
        if (++depth > MAX_DEPTH) {
            throw unexpected();
        }
    }

    void leave() {
        depth--;
    }

    DocumentPath path() {
        Word first = peek();
        if (!first.isName() || first.isAnyKeyword()) {
            throw unexpected();
        }
        List<DocumentPath.Step> steps = new ArrayList<>();
        steps.add(DocumentPath.Step.name(next().text()));
        while (true) {
            if (take(".")) {
                steps.add(DocumentPath.Step.name(component()));
            } else if (take("[")) {
                steps.add(index());
                require("]");
            } else {
                return new DocumentPath(steps);
            }
        }
    }

    private String component() {
        Word word = peek();
        if (!word.isName() || word.isAnyKeyword()) {
            throw StatementFault.malformed("Invalid path dot component");
        }
        return next().text();
    }

    private DocumentPath.Step index() {
        Word word = next();
        if (word.kind() == Word.Kind.TEXT) {
            return DocumentPath.Step.name(word.text());
        }
        if (word.kind() != Word.Kind.NUMBER || !word.text().matches("[0-9]{1,9}")) {
            throw unexpected();
        }
        return DocumentPath.Step.index(Integer.parseInt(word.text()));
    }
}
