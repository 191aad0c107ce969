package io.tillstream.ingest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the ingest service.
 *
 * @param stream the Kinesis stream to publish to
 * @param maxRows the most rows in a request
 * @param maxBody the largest request body
 * @param maxInFlight the most bytes of accepted rows that may wait for the stream at a time; past it, 503
 * @param maxAggregate the largest record put into the stream; one line is never split
 * @param publishTimeout how long a request waits for the stream to acknowledge its rows; past it, 503
 * @param callTimeout how long one call to the stream may take before it is repeated
 * @param firstBackoff the longest pause before the first retry; it doubles with every retry in a row
 * @param maxBackoff the longest pause before any retry
 */
@Validated
@ConfigurationProperties("tillstream.ingest")
public record IngestProperties(
        @DefaultValue("transactions") @NotBlank String stream,
        @DefaultValue("20000") @Positive int maxRows,
        @DefaultValue("32MB") DataSize maxBody,
        @DefaultValue("128MB") DataSize maxInFlight,
        @DefaultValue("256KB") DataSize maxAggregate,
        @DefaultValue("10s") @DurationMin(millis = 1) Duration publishTimeout,
        @DefaultValue("4s") @DurationMin(millis = 1) Duration callTimeout,
        @DefaultValue("25ms") @DurationMin(millis = 1) Duration firstBackoff,
        @DefaultValue("1s") @DurationMin(millis = 1) Duration maxBackoff) {

    /** A full request must fit: its lines, or the faults of its rows, take less than four times its bytes. */
    private static final int GROWTH = 4;

    /** The limit of Kinesis for one record, less the room that partition keys and checksum take. */
    private static final DataSize LARGEST_RECORD = DataSize.ofKilobytes(1_000);

    public IngestProperties {
        requireBetween("max-body", maxBody, DataSize.ofKilobytes(1), DataSize.ofMegabytes(256));
        requireBetween("max-aggregate", maxAggregate, DataSize.ofKilobytes(16), LARGEST_RECORD);
        DataSize fullRequest = DataSize.ofBytes(maxBody.toBytes() * GROWTH);
        requireBetween("max-in-flight", maxInFlight, fullRequest, DataSize.ofTerabytes(1));
    }

    private static void requireBetween(String name, DataSize size, DataSize least, DataSize most) {
        if (size.compareTo(least) < 0 || size.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "tillstream.ingest." + name + " must be between " + least + " and " + most);
        }
    }
}
