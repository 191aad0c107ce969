package io.tillstream.consumers.lake;

import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.StreamLine;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** A lake in memory that can be told to fail. */
final class InMemoryLakeObjects implements LakeObjects {

    private final NavigableMap<Position, List<StreamLine>> objects = new ConcurrentSkipListMap<>();
    private int failuresBefore;
    private boolean failAfterWriting;

    @Override
    public Extent putIfAbsent(String shardId, List<StreamLine> lines) {
        if (failuresBefore-- > 0) {
            throw new IllegalStateException("S3 is out");
        }
        List<StreamLine> there = objects.putIfAbsent(lines.getFirst().position(), List.copyOf(lines));
        if (failAfterWriting) {
            failAfterWriting = false;
            throw new IllegalStateException("The answer was lost");
        }
        return Extent.of(there == null ? lines : there);
    }

    void failNext(int times) {
        failuresBefore = times;
    }

    void loseNextAnswer() {
        failAfterWriting = true;
    }

    List<Position> allRows() {
        return objects.values().stream()
                .flatMap(List::stream)
                .map(StreamLine::position)
                .toList();
    }

    List<Integer> rowsPerObject() {
        return new ArrayList<>(objects.values().stream().map(List::size).toList());
    }
}
