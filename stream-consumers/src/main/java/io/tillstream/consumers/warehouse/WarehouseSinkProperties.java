package io.tillstream.consumers.warehouse;

import io.tillstream.model.layout.FeedLayout;
import io.tillstream.model.layout.Names;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The sink that feeds the warehouse.
 *
 * @param enabled whether this process feeds the warehouse
 * @param deliveryStream the Firehose stream that gets the rows of transactions; that of another feed has the name of
 *     the feed
 * @param recordSize up to how many bytes of rows share a Firehose record, at most 1000KB; {@code 0} for a record of its
 *     own for each row
 * @param concurrency calls to Firehose that one shard may have under way
 */
@Validated
@ConfigurationProperties("tillstream.consumers.warehouse")
record WarehouseSinkProperties(
        @DefaultValue("true") boolean enabled,
        // Firehose takes no other names; so what it calls invalid is never the name.
        @DefaultValue(Names.TRANSACTIONS) @NotNull @Pattern(regexp = "[A-Za-z0-9_.-]{1,64}")
        String deliveryStream,

        @DefaultValue("256KB") DataSize recordSize,
        @DefaultValue("4") @Min(1) @Max(64) int concurrency) {

    WarehouseSinkProperties {
        if (recordSize.isNegative() || recordSize.toBytes() > RecordPacker.MAX_BYTES) {
            throw new IllegalArgumentException("tillstream.consumers.warehouse.record-size must be from 0 to 1000KB");
        }
    }

    /** The Firehose stream that gets the rows of a feed. */
    String deliveryStreamOf(FeedLayout feed) {
        return feed.name().equals(FeedLayout.TRANSACTIONS.name()) ? deliveryStream : feed.deliveryStream();
    }
}
