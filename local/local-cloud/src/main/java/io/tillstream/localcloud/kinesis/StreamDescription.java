package io.tillstream.localcloud.kinesis;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** All that is stored of a stream besides its records. */
record StreamDescription(
        String name,
        Instant created,
        boolean onDemand,
        int retentionHours,
        int maxRecordKiB,
        Map<String, String> tags,
        Topology topology) {

    static final String ARN_PREFIX = "arn:aws:kinesis:eu-west-1:000000000000:stream/";

    StreamDescription {
        tags = Map.copyOf(tags);
    }

    String arn() {
        return ARN_PREFIX + name;
    }

    String mode() {
        return onDemand ? "ON_DEMAND" : "PROVISIONED";
    }

    /** Older records are not kept. */
    Instant expiry(Instant now) {
        return now.minus(Duration.ofHours(retentionHours));
    }

    /** The oldest moment whose records can still be read. */
    Instant horizon(Instant now) {
        Instant oldest = expiry(now);
        return oldest.isAfter(created) ? oldest : created;
    }

    StreamDescription withTopology(Topology changed) {
        return new StreamDescription(name, created, onDemand, retentionHours, maxRecordKiB, tags, changed);
    }

    StreamDescription withRetentionHours(int hours) {
        return new StreamDescription(name, created, onDemand, hours, maxRecordKiB, tags, topology);
    }

    StreamDescription withTags(Map<String, String> changed) {
        return new StreamDescription(name, created, onDemand, retentionHours, maxRecordKiB, changed, topology);
    }
}
