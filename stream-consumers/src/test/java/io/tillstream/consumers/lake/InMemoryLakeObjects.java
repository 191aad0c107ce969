package io.tillstream.consumers.lake;

import io.tillstream.consumers.sink.Position;
import io.tillstream.model.FeedLine;
import io.tillstream.model.LineKey;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.codec.Decoded;
import io.tillstream.model.codec.LineForm;
import io.tillstream.model.codec.TransactionColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A lake in memory that can be told to fail. */
final class InMemoryLakeObjects implements LakeObjects {

    private final Map<String, NavigableMap<Position, LakeObject>> objects = new TreeMap<>();
    private int failuresBefore;
    private boolean failAfterWriting;

    @Override
    public Extent putIfAbsent(String shardId, LakeObject object) {
        if (failuresBefore-- > 0) {
            throw new IllegalStateException("S3 is out");
        }
        LakeObject there =
                objects.computeIfAbsent(shardId, shard -> new TreeMap<>()).putIfAbsent(object.first(), object);
        if (failAfterWriting) {
            failAfterWriting = false;
            throw new IllegalStateException("The answer was lost");
        }
        return there == null ? object.extent() : there.extent();
    }

    void failNext(int times) {
        failuresBefore = times;
    }

    void loseNextAnswer() {
        failAfterWriting = true;
    }

    void recover() {
        failuresBefore = 0;
        failAfterWriting = false;
    }

    List<Position> allRows() {
        return kept().map(Identified::position).toList();
    }

    List<LineKey> allKeys() {
        return allLines(TransactionColumns.WIRE).stream()
                .map(line -> ((TransactionLine) line).key())
                .toList();
    }

    List<Integer> rowsPerObject() {
        return new ArrayList<>(all().map(object -> object.kept().size()).toList());
    }

    List<FeedLine> allLines(LineForm form) {
        return kept().map(line -> ((Decoded.Line) form.decode(line.wire())).line())
                .toList();
    }

    private Stream<Identified> kept() {
        return all().flatMap(object -> object.kept().stream());
    }

    private Stream<LakeObject> all() {
        return objects.values().stream().flatMap(shard -> shard.values().stream());
    }
}
