package io.tillstream.loader.warehouse;

import io.tillstream.model.layout.FeedLayout;
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
 * The job that loads what Firehose has delivered.
 *
 * @param bucket where Firehose delivers to, and where rejected lines go
 * @param prefix the prefix under which Firehose delivers transactions, by UTC year, month, day and hour; other feeds have
 *     theirs by their names
 * @param every pause between two looks for new objects; zero to look once; 5s in the local suite
 * @param recent how far back every look goes, from the newest hour that is loaded
 * @param lateness how late an object may turn up: so far back from there the job looks at its start and every {@code
 *     look-for-late}
 * @param lookForLate how often it looks for late objects, and tries those again that could not be read
 * @param lookAtAll how often it looks at everything that lies there, for what came later than that
 * @param maxObjects how many objects make a load
 * @param maxSize how many bytes of objects, as they lie there, make a load
 */
@Validated
@ConfigurationProperties("tillstream.loader.warehouse")
record WarehouseJobProperties(
        @DefaultValue(Names.LAKE_BUCKET) @NotBlank String bucket,

        @DefaultValue(Names.DELIVERED_TRANSACTIONS) @NotBlank
        String prefix,

        @DefaultValue("0s") @DurationMin Duration every,
        @DefaultValue("1h") @DurationMin Duration recent,
        @DefaultValue("26h") @DurationMin Duration lateness,
        @DefaultValue("15m") @DurationMin(seconds = 1) Duration lookForLate,
        @DefaultValue("1d") @DurationMin(seconds = 1) Duration lookAtAll,
        @DefaultValue("200") @Min(1) @Max(10_000) int maxObjects,
        @DefaultValue("512MB") DataSize maxSize) {

    /** Under which a feed is delivered; the setting is that of transactions. */
    String prefixOf(FeedLayout layout) {
        return layout.name().equals(FeedLayout.TRANSACTIONS.name()) ? prefix : layout.deliveredPrefix();
    }

    boolean once() {
        return every.isZero();
    }
}
