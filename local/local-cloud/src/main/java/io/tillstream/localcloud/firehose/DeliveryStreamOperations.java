package io.tillstream.localcloud.firehose;

import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations on delivery streams as a whole. */
final class DeliveryStreamOperations {

    private final DeliveryStreams streams;
    private final Clock clock;

    DeliveryStreamOperations(DeliveryStreams streams, Clock clock) {
        this.streams = streams;
        this.clock = clock;
    }

    record Created(String deliveryStreamARN) {}

    Object create(AwsRequest request) {
        String name = request.requiredText("DeliveryStreamName");
        if (!name.matches("[a-zA-Z0-9_.-]{1,64}")) {
            throw AwsError.validation(
                    "1 validation error detected: Value '%s' at 'deliveryStreamName' failed to satisfy ".formatted(name)
                            + "constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+");
        }
        if (!request.text("DeliveryStreamType").orElse("DirectPut").equals("DirectPut")) {
            throw FirehoseErrors.invalid("Only DirectPut is available on this endpoint");
        }
        Destination destination = request.structure("ExtendedS3DestinationConfiguration")
                .or(() -> request.structure("S3DestinationConfiguration"))
                .map(Destination::read)
                .orElseThrow(() -> FirehoseErrors.invalid("Only a destination on S3 is available on this endpoint"));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        DeliveryDescription stream = new DeliveryDescription(name, now, destination);
        ObjectName.check(stream);
        streams.requireDestination(destination);
        streams.create(stream);
        return new Created(stream.arn());
    }

    Object delete(AwsRequest request) {
        streams.delete(request.requiredText("DeliveryStreamName"));
        return Map.of();
    }

    record Names(Collection<String> deliveryStreamNames, boolean hasMoreDeliveryStreams) {}

    Object list(AwsRequest request) {
        Collection<String> rest = streams.namesAfter(
                request.text("ExclusiveStartDeliveryStreamName").orElse(""));
        List<String> page =
                rest.stream().limit(request.number("Limit").orElse(10)).toList();
        return new Names(page, rest.size() > page.size());
    }

    record Description(
            String deliveryStreamName,
            String deliveryStreamARN,
            String deliveryStreamStatus,
            String deliveryStreamType,
            String versionId,
            Instant createTimestamp,
            List<Target> destinations,
            boolean hasMoreDestinations) {}

    record Target(String destinationId, S3 s3DestinationDescription, S3 extendedS3DestinationDescription) {}

    record S3(
            String roleARN,
            String bucketARN,
            String prefix,
            String errorOutputPrefix,
            Hints bufferingHints,
            Destination.Compression compressionFormat,
            Map<String, String> encryptionConfiguration,
            @Nullable String fileExtension,
            String customTimeZone) {}

    record Hints(int sizeInMBs, int intervalInSeconds) {}

    Object describe(AwsRequest request) {
        DeliveryDescription stream =
                streams.named(request.requiredText("DeliveryStreamName")).description();
        S3 s3 = describe(stream.destination());
        Description description = new Description(
                stream.name(),
                stream.arn(),
                "ACTIVE",
                "DirectPut",
                stream.version(),
                stream.created(),
                List.of(new Target("destinationId-000000000001", s3, s3)),
                false);
        return Map.of("DeliveryStreamDescription", description);
    }

    private static S3 describe(Destination destination) {
        return new S3(
                destination.roleArn(),
                destination.bucketArn(),
                destination.prefix(),
                destination.errorPrefix(),
                new Hints(
                        destination.buffering().mebibytes(),
                        destination.buffering().seconds()),
                destination.compression(),
                Map.of("NoEncryptionConfig", "NoEncryption"),
                destination.fileExtension().orElse(null),
                destination.zone().getId());
    }
}
