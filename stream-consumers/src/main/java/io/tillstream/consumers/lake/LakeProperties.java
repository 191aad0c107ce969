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
 * The sink into the raw lake.
 *
 * @param enabled whether this process feeds it
 * @param bucket where the objects go
 * @param maxAge how long a line may wait before its object is written
 * @param maxSize how many bytes of lines, before compression, make an object
 * @param rememberLines how many of its last lines a shard remembers, so as not to store them again; 0 for none
 * @param rememberFor how long it remembers them, by their arrival; 0 for not at all
 */
@Validated
@ConfigurationProperties("tillstream.consumers.lake")
record LakeProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue(Names.LAKE_BUCKET) @NotBlank String bucket,
        @DefaultValue("60s") @DurationMin(millis = 100) Duration maxAge,
        @DefaultValue("16MB") DataSize maxSize,
        @DefaultValue("1000000") @Min(0) @Max(20_000_000) int rememberLines,
        @DefaultValue("24h") @DurationMin Duration rememberFor) {

    LakeProperties {
        if (maxSize.toBytes() < 1_024 || maxSize.toBytes() > 256L << 20) {
            throw new IllegalArgumentException("tillstream.consumers.lake.max-size must be from 1KB to 256MB");
        }
    }

    boolean remembers() {
        return rememberLines > 0 && rememberFor.isPositive();
    }
}
