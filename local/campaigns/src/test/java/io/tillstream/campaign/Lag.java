package io.tillstream.campaign;

import java.math.BigInteger;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.model.PutRecordResponse;
import software.amazon.awssdk.services.kinesis.model.Shard;

/** How far the sinks are behind: a probe is put into every shard, and is through when every checkpoint is past it. */
final class Lag {

    private static final String SHARD_END = "SHARD_END";

    /** A KCL application keeps its leases in a table of its own name. */
    private static final String LEASES = "tillstream-";

    private final Cloud cloud;
    private final List<Flow> flows;

    Lag(Cloud cloud, List<Flow> flows) {
        this.cloud = cloud;
        this.flows = flows;
    }

    /** Waits until all that the streams hold is stored everywhere; says how long it took. */
    Duration settle(Duration bound) {
        long begun = System.nanoTime();
        Map<Flow, Map<String, BigInteger>> probes = new LinkedHashMap<>();
        for (Flow flow : flows) {
            Map<String, BigInteger> ofFlow = probes.computeIfAbsent(flow, any -> new HashMap<>());
            Waiting.until("a probe in every shard of " + flow.traffic(), bound, () -> probe(flow, ofFlow));
        }
        probes.forEach((flow, ofFlow) -> {
            for (String sink : flow.traffic().sinks()) {
                Duration left = bound.minusNanos(System.nanoTime() - begun);
                Waiting.until("checkpoints of " + sink + " past " + ofFlow, left, () -> isThrough(sink, ofFlow));
            }
        });
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private boolean probe(Flow flow, Map<String, BigInteger> probes) {
        try {
            for (Shard shard : flow.shards().open()) {
                Row row = flow.rows().together(1).getFirst();
                flow.ledger().leaveUnanswered(row);
                PutRecordResponse put = cloud.clients()
                        .kinesis()
                        .putRecord(request -> request.streamName(flow.traffic().feed())
                                .partitionKey(row.partitionKey())
                                .explicitHashKey(shard.hashKeyRange().startingHashKey())
                                .data(SdkBytes.fromByteArray(Json.wire(row))));
                flow.ledger().rowsSent.increment();
                flow.ledger().acknowledge(row);
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
                    .scanPaginator(scan -> scan.tableName(LEASES + sink).consistentRead(true))
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
