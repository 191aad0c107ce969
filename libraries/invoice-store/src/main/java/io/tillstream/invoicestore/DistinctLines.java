package io.tillstream.invoicestore;

import io.tillstream.model.LineKey;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.identity.Digest128;
import io.tillstream.model.identity.LineVersion;
import io.tillstream.model.identity.TransactionHashing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lines that are added together, one of each identity: that which counts.
 *
 * @param namedByContent those whose id is made of what they say, which nothing but a void comes before
 * @param others those of which a version may be stored that comes before them
 * @param refused those that do not count beside one of them
 */
record DistinctLines(List<StoredLine> namedByContent, List<StoredLine> others, List<RefusedLine> refused) {

    private record Version(TransactionLine line, LineVersion version) {}

    static DistinctLines of(Collection<TransactionLine> lines) {
        Map<LineKey, Version> first = LinkedHashMap.newLinkedHashMap(lines.size());
        List<RefusedLine> refused = new ArrayList<>();
        Digest128 digest = new Digest128();
        for (TransactionLine line : lines) {
            first.merge(
                    line.key(),
                    new Version(line, TransactionHashing.versionOf(line, digest)),
                    (a, b) -> firstOf(a, b, refused));
        }
        List<StoredLine> named = new ArrayList<>(first.size());
        List<StoredLine> others = new ArrayList<>();
        first.values()
                .forEach(version -> (version.version.rank() == LineVersion.Rank.NAMED_BY_CONTENT ? named : others)
                        .add(StoredLine.of(version.line, version.version)));
        return new DistinctLines(named, others, refused);
    }

    private static Version firstOf(Version a, Version b, List<RefusedLine> refused) {
        boolean aCounts = a.version.compareTo(b.version) <= 0;
        if (!a.version.agreesWith(b.version)) {
            refused.add(RefusedLine.otherVersion(aCounts ? b.line : a.line));
        }
        return aCounts ? a : b;
    }
}
