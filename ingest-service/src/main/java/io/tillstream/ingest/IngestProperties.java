package io.tillstream.ingest;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What the ingest service accepts.
 *
 * @param maxRows rows a request may have
 * @param maxBody bytes a request may have, as it is sent and after decompression
 * @param maxInFlight bytes of accepted rows that may wait for the stream; past it, 503
 */
@Validated
@ConfigurationProperties("tillstream.ingest")
public record IngestProperties(
        @DefaultValue("20000") @Positive int maxRows,
        @DefaultValue("32MB") DataSize maxBody,
        @DefaultValue("128MB") DataSize maxInFlight) {

    /** A full request must fit: its lines, or the faults of its rows, take less than four times its bytes. */
    private static final int GROWTH = 4;

    public IngestProperties {
        requireBetween("max-body", maxBody, DataSize.ofKilobytes(1), DataSize.ofMegabytes(256));
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
