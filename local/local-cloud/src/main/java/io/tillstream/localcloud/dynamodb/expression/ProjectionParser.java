package io.tillstream.localcloud.dynamodb.expression;

import io.tillstream.localcloud.dynamodb.expression.Syntax.PathSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The grammar of projections: paths with commas between. */
final class ProjectionParser {

    private ProjectionParser() {}

    static Projection parse(TokenReader tokens, Substitutions substitutions) {
        List<PathSyntax> written = new ArrayList<>();
        do {
            written.add(tokens.path());
        } while (tokens.take(","));
        tokens.requireEnd();
        refuse(Functions.reserved(written.stream().map(path -> path)), tokens);
        List<DocumentPath> paths = written.stream()
                .map(path -> substitutions.resolve(path, tokens))
                .toList();
        refuse(PathConflicts.first(paths), tokens);
        return new Projection(paths);
    }

    private static void refuse(Optional<String> fault, TokenReader tokens) {
        fault.ifPresent(message -> {
            throw tokens.error(message);
        });
    }
}
