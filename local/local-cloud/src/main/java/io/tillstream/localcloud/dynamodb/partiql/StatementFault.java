package io.tillstream.localcloud.dynamodb.partiql;

import io.tillstream.localcloud.protocol.AwsError;

/** What the service says about statements that it cannot read. */
final class StatementFault {

    static final String UNEXPECTED_TERM = "Unexpected term";
    static final String LEFT_OVER = "Unexpected token after expression";

    private StatementFault() {}

    static AwsError malformed(String detail) {
        return AwsError.validation("Statement wasn't well formed, can't be processed: " + detail);
    }

    /** A fault with the line, column and length of the word that it is about. */
    static AwsError at(String message, Word word) {
        return AwsError.validation("%s at %d:%d:%d".formatted(message, word.line(), word.column(), word.length()));
    }
}
