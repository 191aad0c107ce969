package io.tillstream.campaign;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that the stores hold of a feed.
 *
 * @param invoices lines in the look-ups; none of a feed that has no such look-ups, as of the purchases
 * @param delivered rows as Firehose delivered them, repeated ones each time
 * @param warehouse rows as the warehouse has them, loaded from those
 * @param letters the dead letters of each sink
 * @param keys of all objects in the bucket but those that other feeds may have
 * @param flaws what stores say of themselves and is not so
 */
record Holdings(
        List<Found> lake,
        List<Found> invoices,
        Set<Purchase> purchases,
        List<Found> delivered,
        List<Found> warehouse,
        Map<String, List<DeadLetterReader.Letter>> letters,
        List<String> keys,
        List<String> flaws) {

    static Holdings of(Cloud cloud, Traffic traffic, List<Traffic> all, List<Found> warehouse) {
        Bucket bucket = new Bucket(cloud.clients().s3());
        TableReader tables = new TableReader(cloud.clients().dynamoDb());
        LakeReader lake = new LakeReader(bucket, traffic);
        DeadLetterReader letters = new DeadLetterReader(bucket);
        boolean isTrade = traffic == Traffic.TRANSACTIONS;
        return new Holdings(
                lake.lines(),
                isTrade ? tables.lines() : List.of(),
                isTrade ? tables.purchases() : Set.of(),
                new DeliveredReader(bucket, traffic).lines(),
                warehouse,
                traffic.sinks().stream().collect(Collectors.toMap(Function.identity(), letters::of)),
                bucket.keys("").stream()
                        .filter(key -> all.stream().noneMatch(other -> other != traffic && other.mayOwn(key)))
                        .toList(),
                lake.flaws());
    }
}
