package io.tillstream.localcloud.dynamodb.expression;

import java.util.List;
import java.util.Optional;

/** Finds two paths of one expression of which one leads through or to the other's place. */
final class PathConflicts {

    private PathConflicts() {}

    /** The first fault in the service's words; an overlap is told before a conflict. */
    static Optional<String> first(List<DocumentPath> paths) {
        Optional<String> overlap = search(paths, true);
        return overlap.isPresent() ? overlap : search(paths, false);
    }

    private static Optional<String> search(List<DocumentPath> paths, boolean overlap) {
        for (int i = 0; i < paths.size(); i++) {
            for (int j = 0; j < i; j++) {
                DocumentPath one = paths.get(j);
                DocumentPath two = paths.get(i);
                if (overlap ? overlaps(one, two) : conflicts(one, two)) {
                    return Optional.of(
                            "Two document paths %s with each other; must remove or rewrite one of these paths; path one: %s, path two: %s"
                                    .formatted(overlap ? "overlap" : "conflict", one, two));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean overlaps(DocumentPath one, DocumentPath two) {
        int common = Math.min(one.steps().size(), two.steps().size());
        return one.steps().subList(0, common).equals(two.steps().subList(0, common));
    }

    /** The same place would have to be a map for one and a list for the other. */
    private static boolean conflicts(DocumentPath one, DocumentPath two) {
        int common = Math.min(one.steps().size(), two.steps().size());
        for (int i = 0; i < common; i++) {
            DocumentPath.Step a = one.steps().get(i);
            DocumentPath.Step b = two.steps().get(i);
            if (!a.equals(b)) {
                return a.isIndex() != b.isIndex();
            }
        }
        return false;
    }
}
