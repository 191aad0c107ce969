package io.tillstream.consumers.reprocess;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts what would be redelivered. Copies of one record, one of each sink, count once. */
final class DryRun implements LetterHandler {

    private final RejectedTally tally;
    private final Set<String> seen = new HashSet<>();

    DryRun(RejectedTally tally) {
        this.tally = tally;
    }

    @Override
    public void give(String sink, List<DecodedLetter> letters) {
        Map<Boolean, List<DecodedLetter>> byWay =
                letters.stream().collect(Collectors.partitioningBy(one -> one.goesThroughTheStream(sink)));
        tally.published(byWay.getOrDefault(true, List.of()).stream()
                .filter(one -> seen.add(one.letter().name()))
                .count());
        List<DecodedLetter> alone = byWay.getOrDefault(false, List.of());
        if (!alone.isEmpty()) {
            tally.stored(sink, alone.size());
        }
    }
}
