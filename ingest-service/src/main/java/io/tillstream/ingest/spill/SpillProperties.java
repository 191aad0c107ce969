package io.tillstream.ingest.spill;

import io.tillstream.model.layout.Names;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The surge buffer.
 *
 * @param mode {@code disk} or {@code s3} keeps rows while the stream does not take them; on Fargate {@code s3}, because
 *     the disk dies with the task
 * @param maxSize bytes that the surge buffer of a feed may hold; past it, 503; at least 64MB
 * @param commitTimeout how long a request waits for the surge buffer to hold its rows; past it, 503
 * @param probeEvery how often it is tried whether the surge buffer would hold rows; at the start in any case, and until
 *     it does the service is not ready
 * @param disk the one on disk
 * @param s3 the one on S3
 */
@Validated
@ConfigurationProperties("tillstream.ingest.spill")
record SpillProperties(
        @DefaultValue("off") Mode mode,
        @DefaultValue("1GB") DataSize maxSize,
        @DefaultValue("5s") @DurationMin(millis = 1) Duration commitTimeout,
        @DefaultValue("1m") @DurationMin(seconds = 1) Duration probeEvery,
        @DefaultValue @Valid Disk disk,
        @DefaultValue @Valid S3 s3) {

    /** Where rows are kept that the stream does not take. */
    enum Mode {
        OFF,
        DISK,
        S3
    }

    /**
     * Keeps rows on a disk that outlasts the process.
     *
     * @param folder where the surge buffer on disk lies, that of each feed but transactions in a folder of its own; one
     *     process at a time
     * @param minFree how much of the disk the surge buffer leaves free
     */
    record Disk(
            @DefaultValue(".tillstream/spill") Path folder,
            @DefaultValue("256MB") DataSize minFree) {}

    /**
     * Keeps rows in a bucket.
     *
     * @param bucket the bucket of the surge buffer, under {@code spill/}
     * @param lease without a sign of life for this long, an instance's rows are drained by another
     * @param pathStyle name the bucket in the path, as local endpoints ask for
     */
    record S3(
            @DefaultValue(Names.LAKE_BUCKET) @NotBlank String bucket,
            @DefaultValue("60s") @DurationMin(millis = 100) Duration lease,
            @DefaultValue("false") boolean pathStyle) {}

    /** Several of the largest requests must fit. */
    private static final DataSize LEAST = DataSize.ofMegabytes(64);

    SpillProperties {
        if (maxSize.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException("tillstream.ingest.spill.max-size must be at least " + LEAST);
        }
    }
}
