package io.tillstream.localcloud.dynamodb.expression;

import io.tillstream.localcloud.dynamodb.expression.Syntax.PathSyntax;
import java.util.ArrayList;
import java.util.List;

/** The grammar of projections: paths with commas between. */
final class ProjectionParser {

    private ProjectionParser() {}

    static Projection parse(TokenReader tokens, Substitutions substitutions) {
        List<PathSyntax> written = new ArrayList<>();
        do {
            written.add(tokens.path());
        } while (tokens.take(","));
        tokens.requireEnd();
        tokens.refuse(Functions.reserved(written.stream().map(path -> path)));
        List<DocumentPath> paths = written.stream()
                .map(path -> substitutions.resolve(path, tokens))
                .toList();
        tokens.refuse(PathConflicts.first(paths));
        return new Projection(paths);
    }
}
