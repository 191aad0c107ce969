package io.tillstream.consumers.lake;

import io.tillstream.model.layout.Names;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The sink into the raw lake. Sizes are those of the lines before compression, where nothing else is said.
 *
 * @param enabled whether this process feeds the lake
 * @param bucket where raw objects go
 * @param maxSize bytes of lines, before compression, that make an object
 * @param maxAge how long a line may wait for an object of at least {@code min-size}; 5s in the local suite
 * @param minSize bytes of lines that are too few for an object before {@code max-age-small}; {@code 0B} in the local
 *     suite
 * @param maxAgeSmall how long a line may wait for its object, whatever its size
 * @param maxHeld memory that the waiting lines of all shards may take before they are written earlier; keep it below a
 *     third of the heap
 * @param compression level of gzip: 1 is fastest, 9 smallest
 * @param partSize compressed bytes from which an object is uploaded in parts, and of each part
 * @param rememberLines how many of its last lines a shard remembers, so as not to store them again: 25 bytes of memory
 *     each; {@code 0} for none
 * @param rememberFor how long it remembers them, by their arrival; {@code 0} for not at all
 */
@Validated
@ConfigurationProperties("tillstream.consumers.lake")
record LakeProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue(Names.LAKE_BUCKET) @NotBlank String bucket,
        @DefaultValue("64MB") DataSize maxSize,
        @DefaultValue("60s") @DurationMin(millis = 100) Duration maxAge,
        @DefaultValue("1MB") DataSize minSize,
        @DefaultValue("5m") Duration maxAgeSmall,
        @DefaultValue("128MB") DataSize maxHeld,
        @DefaultValue("6") @Min(1) @Max(9) int compression,
        @DefaultValue("8MB") DataSize partSize,
        @DefaultValue("1000000") @Min(0) @Max(20_000_000) int rememberLines,
        @DefaultValue("24h") @DurationMin Duration rememberFor) {

    private static final String PREFIX = "tillstream.consumers.lake.";

    LakeProperties {
        require(isBetween(maxSize, 1L << 10, 256L << 20), "max-size must be from 1KB to 256MB");
        require(isBetween(minSize, 0, maxSize.toBytes()), "min-size must be from 0 to max-size");
        require(maxAgeSmall.compareTo(maxAge) >= 0, "max-age-small must be no less than max-age");
        require(isBetween(maxHeld, 1L << 20, 1L << 40), "max-held must be from 1MB to 1TB");
        // S3 takes no smaller parts; each shard that writes has one in memory.
        require(isBetween(partSize, 5L << 20, 256L << 20), "part-size must be from 5MB to 256MB");
    }

    boolean remembers() {
        return rememberLines > 0 && rememberFor.isPositive();
    }

    private static boolean isBetween(DataSize size, long least, long most) {
        return size.toBytes() >= least && size.toBytes() <= most;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(PREFIX + rule);
        }
    }
}
