package io.tillstream.suite.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;

/** Reads every line of the raw lake, and checks that its objects say of themselves what is so. */
final class LakeReader {

    static final String PREFIX = "raw/transactions/";

    private final Bucket bucket;

    LakeReader(Bucket bucket) {
        this.bucket = bucket;
    }

    List<Found> lines(Queue<String> complaints) {
        List<Found> found = new ArrayList<>();
        for (String key : bucket.keys(PREFIX)) {
            Bucket.Content object = bucket.read(key);
            String rows = object.metadata().get("rows");
            if (!Integer.toString(object.lines().size()).equals(rows)) {
                complaints.add(key + " holds " + object.lines().size() + " lines, and its metadata says " + rows);
            }
            linesOf(object).forEach(found::add);
        }
        return found;
    }

    private static Stream<Found> linesOf(Bucket.Content object) {
        String shard = shardOf(object.key());
        List<String> lines = object.lines();
        return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
                .map(i -> Found.of(
                        LineJson.read(lines.get(i)), Naming.CAMEL_CASE, object.key() + " line " + (i + 1), shard));
    }

    /** {@code …/<shard>-<sequence>.jsonl.gz}. */
    private static String shardOf(String key) {
        String name = key.substring(key.lastIndexOf('/') + 1);
        return name.substring(0, name.lastIndexOf('-'));
    }
}
