package io.tillstream.campaign;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that the stores hold.
 *
 * @param delivered rows as Firehose delivered them, repeated ones each time
 * @param letters the dead letters of each sink
 * @param keys of all objects in the bucket
 * @param flaws what stores say of themselves and is not so
 */
record Holdings(
        List<Found> lake,
        List<Found> invoices,
        Set<Purchase> purchases,
        List<Found> delivered,
        Map<String, List<DeadLetterReader.Letter>> letters,
        List<String> keys,
        List<String> flaws) {

    static Holdings of(Cloud cloud) {
        Bucket bucket = new Bucket(cloud.clients().s3());
        TableReader tables = new TableReader(cloud.clients().dynamoDb());
        LakeReader lake = new LakeReader(bucket);
        DeadLetterReader letters = new DeadLetterReader(bucket);
        return new Holdings(
                lake.lines(),
                tables.lines(),
                tables.purchases(),
                new DeliveredReader(bucket).lines(),
                Stores.SINKS.stream().collect(Collectors.toMap(Function.identity(), letters::of)),
                bucket.keys(""),
                lake.flaws());
    }
}
