package io.tillstream.campaign;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads every line of a feed in the raw lake, and whether its objects say of themselves what is so. */
final class LakeReader {

    private final Traffic traffic;
    private final List<Bucket.Content> objects;

    LakeReader(Bucket bucket, Traffic traffic) {
        this.traffic = traffic;
        this.objects =
                bucket.keys(traffic.rawPrefix()).stream().map(bucket::read).toList();
    }

    List<Found> lines() {
        return objects.stream().flatMap(this::linesOf).toList();
    }

    /** Objects whose metadata gives another number of rows than they have. */
    List<String> flaws() {
        return objects.stream()
                .filter(object -> !Integer.toString(object.lines().size())
                        .equals(object.metadata().get("rows")))
                .map(object -> object.key() + " has " + object.lines().size() + " lines, and says "
                        + object.metadata().get("rows"))
                .toList();
    }

    private Stream<Found> linesOf(Bucket.Content object) {
        String shard = shardOf(object.key());
        return IntStream.range(0, object.lines().size())
                .mapToObj(i -> traffic.found(
                        Json.read(object.lines().get(i)), Naming.CAMEL_CASE, object.key() + " line " + (i + 1), shard));
    }

    /** {@code …/<shard>-<sequence>.jsonl.gz}. */
    private static String shardOf(String key) {
        String name = key.substring(key.lastIndexOf('/') + 1);
        return name.substring(0, name.lastIndexOf('-'));
    }
}
