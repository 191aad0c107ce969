package io.tillstream.localcloud.dynamodb.expression;

import io.tillstream.localcloud.dynamodb.value.ItemSize;
import io.tillstream.localcloud.protocol.AwsError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Goes through an expression's tokens and tells where its grammar is broken. */
final class TokenReader {

    private static final int MAX_BYTES = 4096;

    // Deeper than any sensible expression, and far from the end of the stack.
    private static final int MAX_DEPTH = 300;

    private final ExpressionKind kind;
    private final String text;
    private final List<Token> tokens;
    private int position;
    private int depth;

    TokenReader(ExpressionKind kind, String text) {
        this.kind = kind;
        this.text = text;
        requireSize();
        this.tokens = Lexer.tokens(text);
    }

    Token peek() {
        return tokens.get(position);
    }

    Token next() {
        return tokens.get(position++);
    }

    /** Takes the sign if it is next. */
    boolean take(String sign) {
        boolean there = peek().is(sign);
        position += there ? 1 : 0;
        return there;
    }

    /** Takes the keyword if it is next, in whatever case. */
    boolean takeWord(String keyword) {
        boolean there = peek().isWord(keyword);
        position += there ? 1 : 0;
        return there;
    }

    void require(String sign) {
        if (!take(sign)) {
            throw syntaxError();
        }
    }

    void requireEnd() {
        if (peek().kind() != Token.Kind.END) {
            throw syntaxError();
        }
    }

    boolean isFollowedBy(String sign) {
        return position + 1 < tokens.size() && tokens.get(position + 1).is(sign);
    }

    /** Something inside something; expressions nest only so deep. */
    void enter() {
        if (++depth > MAX_DEPTH) {
            throw error("The expression is nested too deeply;");
        }
    }

    void leave() {
        depth--;
    }

    /** A path into a document: names and list indexes. */
    Syntax.PathSyntax path() {
        List<DocumentPath.Step> steps = new ArrayList<>();
        steps.add(name());
        while (true) {
            if (take(".")) {
                steps.add(name());
            } else if (take("[")) {
                steps.add(index());
                require("]");
            } else {
                return new Syntax.PathSyntax(steps);
            }
        }
    }

    AwsError error(String message) {
        return AwsError.validation(kind.invalid(message));
    }

    /** Tells the fault if there is one. */
    void refuse(Optional<String> fault) {
        fault.ifPresent(message -> {
            throw error(message);
        });
    }

    /** Names the next token as the one that does not fit, with its neighbours. */
    AwsError syntaxError() {
        Token token = peek();
        Token before = tokens.get(Math.max(0, position - 1));
        Token after = tokens.get(Math.min(tokens.size() - 1, position + 1));
        return error("Syntax error; token: \"%s\", near: \"%s\""
                .formatted(token.text(), text.substring(before.start(), after.end())));
    }

    private DocumentPath.Step name() {
        Token token = peek();
        if (token.kind() != Token.Kind.WORD && token.kind() != Token.Kind.NAME) {
            throw syntaxError();
        }
        return DocumentPath.Step.name(next().text());
    }

    private DocumentPath.Step index() {
        if (peek().kind() != Token.Kind.NUMBER) {
            throw syntaxError();
        }
        try {
            return DocumentPath.Step.index(Integer.parseInt(next().text()));
        } catch (NumberFormatException e) {
            position--;
            throw error("List index is not within the allowable range; index: [" + peek().text() + "]");
        }
    }

    private void requireSize() {
        int size = ItemSize.utf8(text);
        if (size > MAX_BYTES) {
            String told = kind == ExpressionKind.UPDATE ? "" : " expression size: " + size;
            throw error("Expression size has exceeded the maximum allowed size;" + told);
        }
        if (text.isBlank()) {
            throw error("The expression can not be empty;");
        }
    }
}
