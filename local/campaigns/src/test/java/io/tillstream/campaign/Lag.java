package io.tillstream.campaign;

import io.tillstream.model.layout.FeedLayout;
import java.math.BigInteger;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.model.PutRecordResponse;
import software.amazon.awssdk.services.kinesis.model.Shard;

/** How far the sinks are behind: a probe is put into every shard, and is through when every checkpoint is past it. */
final class Lag {

    private static final String SHARD_END = "SHARD_END";

    private final Cloud cloud;
    private final Shards shards;
    private final Ledger ledger;
    private final Trade trade;

    Lag(Cloud cloud, Shards shards, Ledger ledger, Trade trade) {
        this.cloud = cloud;
        this.shards = shards;
        this.ledger = ledger;
        this.trade = trade;
    }

    /** Waits until all that the stream holds is stored everywhere; says how long it took. */
    Duration settle(Duration bound) {
        long begun = System.nanoTime();
        Map<String, BigInteger> probes = new HashMap<>();
        Waiting.until("a probe in every shard", bound, () -> probe(probes));
        for (String sink : Stores.SINKS) {
            Duration left = bound.minusNanos(System.nanoTime() - begun);
            Waiting.until("checkpoints of " + sink + " past " + probes, left, () -> isThrough(sink, probes));
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private boolean probe(Map<String, BigInteger> probes) {
        try {
            for (Shard shard : shards.open()) {
                Line line = trade.invoice(1).getFirst();
                ledger.leaveUnanswered(line);
                PutRecordResponse put = cloud.clients()
                        .kinesis()
                        .putRecord(request -> request.streamName(FeedLayout.TRANSACTIONS.stream())
                                .partitionKey(line.key().invoiceNo())
                                .explicitHashKey(shard.hashKeyRange().startingHashKey())
                                .data(SdkBytes.fromByteArray(LineJson.wire(line))));
                ledger.rowsSent.increment();
                ledger.acknowledge(line);
                probes.put(put.shardId(), new BigInteger(put.sequenceNumber()));
            }
            return true;
        } catch (SdkException unanswered) {
            return false;
        }
    }

    private boolean isThrough(String sink, Map<String, BigInteger> probes) {
        Map<String, String> checkpoints = checkpoints(sink);
        return probes.entrySet().stream()
                .allMatch(probe -> isPast(checkpoints.getOrDefault(probe.getKey(), ""), probe.getValue()));
    }

    private static boolean isPast(String checkpoint, BigInteger probe) {
        return checkpoint.equals(SHARD_END)
                || (checkpoint.matches("\\d+") && new BigInteger(checkpoint).compareTo(probe) >= 0);
    }

    /** By shard, as the sink's KCL application keeps them. */
    private Map<String, String> checkpoints(String sink) {
        try {
            return cloud
                    .clients()
                    .dynamoDb()
                    .scanPaginator(
                            scan -> scan.tableName(Stores.leaseTable(sink)).consistentRead(true))
                    .items()
                    .stream()
                    .map(Item::new)
                    .filter(lease -> lease.has("checkpoint"))
                    .collect(Collectors.toMap(lease -> lease.text("leaseKey"), lease -> lease.text("checkpoint")));
        } catch (SdkException unanswered) {
            return Map.of();
        }
    }
}
