package io.tillstream.localcloud.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tillstream.localcloud.protocol.EntryFaults;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultsTests {

    private Instant now = Instant.EPOCH;
    private final Faults faults = new Faults(((InstantSource) () -> now).withZone(ZoneOffset.UTC));

    @Test
    void sameSeedStrikesTheSameCalls() {
        faults.set("kinesis", Fault.throttling(0.5).seeded(42));
        List<Optional<Fault.Kind>> first = judgeTwenty();
        faults.set("kinesis", Fault.throttling(0.5).seeded(42));
        assertThat(judgeTwenty()).isEqualTo(first).contains(Optional.empty(), Optional.of(Fault.Kind.THROTTLING));
    }

    @Test
    void endsAfterItsTime() {
        faults.set("s3", Fault.unavailable().lastingFor(Duration.ofSeconds(10)));
        now = now.plusSeconds(9);
        assertThat(faults.judge(Service.S3, "PutObject").failure()).contains(Fault.Kind.UNAVAILABLE);
        now = now.plusSeconds(1);
        assertThat(faults.judge(Service.S3, "PutObject").failure()).isEmpty();
        assertThat(faults.of("s3")).isEmpty();
    }

    @Test
    void strikesNamedOperationsOfItsServiceOnly() {
        faults.set("dynamodb", Fault.errors(1).on("PutItem"));
        assertThat(faults.judge(Service.DYNAMODB, "PutItem").failure()).contains(Fault.Kind.ERRORS);
        assertThat(faults.judge(Service.DYNAMODB, "GetItem").failure()).isEmpty();
        assertThat(faults.judge(Service.S3, "PutItem").failure()).isEmpty();
    }

    @Test
    void latencyAddsUpAndJitterStaysWithinBounds() {
        faults.set(
                "s3",
                Fault.latency(Duration.ofMillis(100), Duration.ZERO),
                Fault.latency(Duration.ofMillis(10), Duration.ofMillis(50)));
        assertThat(faults.judge(Service.S3, "GetObject").delay())
                .isBetween(Duration.ofMillis(110), Duration.ofMillis(160));
    }

    @Test
    void partialFailuresStrikeEntriesNotCalls() {
        faults.set("kinesis", Fault.partial(1));
        assertThat(faults.judge(Service.KINESIS, "PutRecords").failure()).isEmpty();
        assertThat(faults.forEntries().failureOf("Kinesis_20131202.PutRecords", "stream"))
                .contains("ProvisionedThroughputExceededException");
        assertThat(faults.forEntries().failureOf("Firehose_20150804.PutRecordBatch", "stream"))
                .isEmpty();
    }

    @Test
    void conflictsAndStaleReadsAreForDynamoDbToAskFor() {
        faults.set("dynamodb", Fault.conflicts(1).on("PutItem"), Fault.stale(Duration.ofSeconds(3)));
        EntryFaults asked = faults.forEntries();

        assertThat(faults.judge(Service.DYNAMODB, "PutItem")).isEqualTo(FaultDecision.UNDISTURBED);
        assertThat(asked.conflicts("DynamoDB_20120810.PutItem", "table")).isTrue();
        assertThat(asked.conflicts("DynamoDB_20120810.UpdateItem", "table")).isFalse();
        assertThat(asked.failureOf("DynamoDB_20120810.PutItem", "table")).isEmpty();
        assertThat(asked.ageOfRead("DynamoDB_20120810.GetItem", "table")).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void liftingEndsThem() {
        faults.set("kinesis", Fault.dropped());
        faults.lift("kinesis");
        assertThat(faults.judge(Service.KINESIS, "PutRecords").failure()).isEmpty();
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.errors(1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.errors(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> faults.set("sqs", Fault.errors(1)))
                .withMessageContaining("kinesis");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> faults.set("s3", Fault.conflicts(1)))
                .withMessageContaining("CONFLICTS is no fault of s3");
    }

    private List<Optional<Fault.Kind>> judgeTwenty() {
        return IntStream.range(0, 20)
                .mapToObj(i -> faults.judge(Service.KINESIS, "PutRecords").failure())
                .toList();
    }
}
