package io.tillstream.localcloud.dynamodb.partiql;

import io.tillstream.localcloud.dynamodb.expression.Condition;
import io.tillstream.localcloud.dynamodb.expression.DocumentPath;
import io.tillstream.localcloud.dynamodb.expression.Edit;
import io.tillstream.localcloud.dynamodb.expression.Update;
import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.Value;
import io.tillstream.localcloud.protocol.AwsError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The grammar of statements. */
final class StatementParser {

    private final WordReader words;
    private final LiteralReader literals;
    private final FromParser sources;

    private StatementParser(WordReader words, List<Value> parameters) {
        this.words = words;
        this.literals = new LiteralReader(words, parameters);
        this.sources = new FromParser(words);
    }

    static Statement parse(String text, List<Value> parameters) {
        StatementParser parser = new StatementParser(new WordReader(Words.of(text)), parameters);
        Statement statement = parser.statement();
        parser.words.requireEnd();
        parser.literals.requireAllUsed();
        return statement;
    }

    private Statement statement() {
        if (words.takeKeyword("SELECT")) {
            return select();
        }
        if (words.takeKeyword("INSERT")) {
            return insert();
        }
        if (words.takeKeyword("UPDATE")) {
            return update();
        }
        if (words.takeKeyword("FROM")) {
            return fromFirst();
        }
        if (words.takeKeyword("DELETE")) {
            return delete();
        }
        if (words.takeKeyword("EXISTS")) {
            words.require("(");
            words.requireKeyword("SELECT");
            Statement.Select select = select();
            words.require(")");
            return new Statement.Exists(select);
        }
        throw StatementFault.malformed("Expected data manipulation");
    }

    private Statement.Select select() {
        boolean counts = words.peek().isKeyword("COUNT") && words.isFollowedBy("(");
        List<Column> columns = counts ? count() : columns();
        words.requireKeyword("FROM");
        List<String> from = sources.from();
        sources.refuseAlias();
        Condition where = where();
        return new Statement.Select(
                from.getFirst(), from.size() > 1 ? from.getLast() : null, columns, counts, where, orderings());
    }

    private List<Column> count() {
        words.next();
        words.require("(");
        words.require("*");
        words.require(")");
        return List.of();
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        if (words.take("*")) {
            return columns;
        }
        do {
            Word word = words.peek();
            if (word.kind() == Word.Kind.NAME && words.isFollowedBy("(")) {
                throw StatementFault.at("Unexpected path component", word);
            }
            DocumentPath path = words.path();
            DocumentPath.Step last = path.steps().getLast();
            columns.add(new Column(path, last.isIndex() ? path.root() + last : String.valueOf(last.name())));
        } while (words.take(","));
        return columns;
    }

    private Statement insert() {
        words.requireKeyword("INTO");
        List<String> from = sources.from();
        if (from.size() > 1) {
            throw StatementFault.malformed("FROM clause may only contain a single table name");
        }
        if (!words.takeKeyword("VALUE")) {
            throw StatementFault.malformed(StatementFault.LEFT_OVER);
        }
        return new Statement.Insert(from.getFirst(), new Item(literals.item()));
    }

    private Statement update() {
        String table = sources.table();
        if (!words.peek().isKeyword("SET") && !words.peek().isKeyword("REMOVE")) {
            sources.refuseAlias();
            throw words.unexpected();
        }
        Update update = changes();
        Condition where = where();
        return new Statement.Change(table, update, where, returning());
    }

    /** The form that names the item before it says what to change. */
    private Statement fromFirst() {
        String table = sources.table();
        Condition where = where();
        return new Statement.Change(table, changes(), where, returning());
    }

    private Update changes() {
        List<Edit> edits = new SetParser(words, literals).edits();
        if (edits.isEmpty()) {
            throw words.unexpected();
        }
        return Update.of(edits);
    }

    private Statement delete() {
        words.requireKeyword("FROM");
        String table = sources.table();
        sources.refuseAlias();
        Condition where = where();
        Returning returning = returning();
        if (returning != null && (returning.modifiedOnly() || returning.after())) {
            throw AwsError.validation("Invalid returning clause: " + returning
                    + ". Only RETURNING ALL OLD * is allowed in DELETE statements.");
        }
        return new Statement.Delete(table, where, returning);
    }

    private @Nullable Condition where() {
        return words.takeKeyword("WHERE") ? new WhereParser(words, literals).either() : null;
    }

    private List<Ordering> orderings() {
        List<Ordering> orderings = new ArrayList<>();
        if (words.takeKeyword("ORDER")) {
            words.requireKeyword("BY");
            do {
                String attribute = words.path().root();
                boolean descending = words.takeKeyword("DESC");
                if (!descending) {
                    words.takeKeyword("ASC");
                }
                orderings.add(new Ordering(attribute, descending));
            } while (words.take(","));
        }
        return orderings;
    }

    private @Nullable Returning returning() {
        if (!words.takeKeyword("RETURNING")) {
            return null;
        }
        boolean modified = words.takeKeyword("MODIFIED");
        if (!modified) {
            words.requireKeyword("ALL");
        }
        boolean after = words.takeKeyword("NEW");
        if (!after) {
            words.requireKeyword("OLD");
        }
        words.require("*");
        return new Returning(modified, after);
    }
}
