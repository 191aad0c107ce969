package io.tillstream.localcloud.dynamodb.expression;

import io.tillstream.localcloud.dynamodb.expression.Syntax.Call;
import io.tillstream.localcloud.dynamodb.expression.Syntax.Group;
import io.tillstream.localcloud.dynamodb.expression.Syntax.Operation;
import io.tillstream.localcloud.dynamodb.expression.Syntax.PathSyntax;
import io.tillstream.localcloud.dynamodb.expression.Syntax.ValueSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The grammar of updates. */
final class UpdateParser {

    private final TokenReader tokens;

    private UpdateParser(TokenReader tokens) {
        this.tokens = tokens;
    }

    enum Section {
        SET,
        REMOVE,
        ADD,
        DELETE
    }

    /** One action; {@code first} marks those that follow their section's name. */
    record Action(
            Section section,
            boolean first,
            PathSyntax path,
            @Nullable Syntax value) {
        Stream<Syntax> all() {
            return Stream.concat(Stream.of(path), value == null ? Stream.of() : value.all());
        }
    }

    static List<Action> parse(TokenReader tokens) {
        UpdateParser parser = new UpdateParser(tokens);
        List<Action> actions = new ArrayList<>();
        do {
            parser.section(actions);
        } while (tokens.peek().kind() != Token.Kind.END);
        return actions;
    }

    private void section(List<Action> actions) {
        Section section = Stream.of(Section.values())
                .filter(candidate -> tokens.peek().isWord(candidate.name()))
                .findFirst()
                .orElseThrow(tokens::syntaxError);
        tokens.next();
        boolean first = true;
        do {
            actions.add(action(section, first));
            first = false;
        } while (tokens.take(","));
    }

    private Action action(Section section, boolean first) {
        if (isSection(tokens.peek())) {
            throw tokens.syntaxError();
        }
        PathSyntax path = tokens.path();
        return switch (section) {
            case SET -> {
                tokens.require("=");
                yield new Action(section, first, path, assigned());
            }
            case REMOVE -> new Action(section, first, path, null);
            case ADD, DELETE -> new Action(section, first, path, requireValue());
        };
    }

    private Syntax requireValue() {
        if (tokens.peek().kind() != Token.Kind.VALUE) {
            throw tokens.syntaxError();
        }
        return new ValueSyntax(tokens.next().text());
    }

    /** An operand, or two with + or - between them. */
    private Syntax assigned() {
        Syntax left = operand();
        if (left.bare() instanceof Operation
                || (!tokens.peek().is("+") && !tokens.peek().is("-"))) {
            return left;
        }
        return new Operation(tokens.next().text(), left, operand());
    }

    private Syntax operand() {
        Token token = tokens.peek();
        if (tokens.take("(")) {
            tokens.enter();
            Syntax inner = assigned();
            tokens.leave();
            tokens.require(")");
            return new Group(inner);
        }
        if (token.kind() == Token.Kind.VALUE) {
            return requireValue();
        }
        if (isSection(token)) {
            throw tokens.syntaxError();
        }
        return token.kind() == Token.Kind.WORD && tokens.isFollowedBy("(") ? call() : tokens.path();
    }

    private Syntax call() {
        String function = tokens.next().text();
        tokens.require("(");
        List<Syntax> arguments = new ArrayList<>();
        tokens.enter();
        do {
            arguments.add(operand());
        } while (tokens.take(","));
        tokens.leave();
        tokens.require(")");
        return new Call(function, arguments);
    }

    private static boolean isSection(Token token) {
        return token.kind() == Token.Kind.WORD
                && Stream.of(Section.values())
                        .anyMatch(section -> section.name().equals(token.text().toUpperCase(Locale.ROOT)));
    }
}
