package io.tillstream.localcloud.dynamodb.partiql;

import java.util.Locale;
import java.util.Set;

/** A word, literal or sign of a statement, and where it stands; a literal's quotation marks are taken off. */
record Word(Kind kind, String text, int line, int column, int length) {

    /** Words that no path may lead through. */
    private static final Set<String> KEYWORDS = Set.of(
            "SELECT",
            "FROM",
            "WHERE",
            "ORDER",
            "BY",
            "GROUP",
            "HAVING",
            "LIMIT",
            "JOIN",
            "INNER",
            "OUTER",
            "LEFT",
            "RIGHT",
            "FULL",
            "CROSS",
            "NATURAL",
            "ON",
            "AND",
            "OR",
            "NOT",
            "IN",
            "IS",
            "BETWEEN",
            "LIKE",
            "AS",
            "SET",
            "REMOVE",
            "INSERT",
            "INTO",
            "UPDATE",
            "DELETE",
            "VALUE",
            "VALUES",
            "NULL",
            "MISSING",
            "TRUE",
            "FALSE",
            "CASE",
            "WHEN",
            "THEN",
            "ELSE",
            "END",
            "UNION",
            "ALL",
            "DISTINCT",
            "EXISTS",
            "RETURNING",
            "CREATE",
            "DROP",
            "TABLE",
            "INDEX",
            "CAST",
            "ASC",
            "DESC");

    enum Kind {
        NAME,
        QUOTED_NAME,
        TEXT,
        NUMBER,
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isKeyword(String keyword) {
        return kind == Kind.NAME && upper().equals(keyword);
    }

    boolean isAnyKeyword() {
        return kind == Kind.NAME && KEYWORDS.contains(upper());
    }

    boolean isName() {
        return kind == Kind.NAME || kind == Kind.QUOTED_NAME;
    }

    String upper() {
        return text.toUpperCase(Locale.ROOT);
    }
}
