package io.tillstream.loader.importing;

import io.tillstream.loader.ledger.ClaimLease;
import io.tillstream.loader.parts.PartSettings;
import io.tillstream.model.layout.Names;
import io.tillstream.model.row.RowBounds;
import io.tillstream.storecalls.StoreSettings;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The job that loads files.
 *
 * @param bucket where parts go and {@code landing/} lies
 * @param ledgerTable DynamoDB table of what was done; created when missing
 * @param invoicesTable the table of lines
 * @param customersTable the table of summaries
 * @param sessionsTable the table of sessions
 * @param partSize size of a part's lines before compression
 * @param compression level of gzip, 1 to 9
 * @param puts how many parts are put at the same time
 * @param storeAtOnce how many parts go into the look-ups at the same time
 * @param chunk how many lines of a part go into the look-ups at once
 * @param dynamodbCalls calls to the look-ups that are under way at most
 * @param patience how long DynamoDB may make no headway
 * @param lease how long a run that is not heard of keeps others from its file; at least 1 s
 * @param scratch where downloads lie, what is unpacked, parts in the making, and what a large file needs besides
 *     memory; the system's folder for temporary files unless set
 */
@Validated
@ConfigurationProperties("tillstream.loader.import")
record ImportProperties(
        @DefaultValue(Names.LAKE_BUCKET) @NotBlank String bucket,
        @DefaultValue(Names.LOADS_TABLE) @NotBlank String ledgerTable,
        @DefaultValue(Names.INVOICES_TABLE) @NotBlank String invoicesTable,
        @DefaultValue(Names.CUSTOMERS_TABLE) @NotBlank String customersTable,
        @DefaultValue(Names.SESSIONS_TABLE) @NotBlank String sessionsTable,
        @DefaultValue("16MB") DataSize partSize,
        @DefaultValue("1") @Min(1) @Max(9) int compression,
        @DefaultValue("2") @Min(1) @Max(64) int puts,
        @DefaultValue("2") @Min(1) @Max(64) int storeAtOnce,
        @DefaultValue("2000") @Min(1) @Max(100_000) int chunk,
        @DefaultValue("32") @Min(1) @Max(256) int dynamodbCalls,
        @DefaultValue("2m") @DurationMin(millis = 1) Duration patience,
        @DefaultValue("15s") @DurationMin(seconds = 1) Duration lease,
        @Nullable Path scratch) {

    private static final int REMEMBERED_LINES = 100_000;

    @AssertTrue(message = "part-size must be at least one byte")
    boolean isPartSizePositive() {
        return partSize.toBytes() > 0;
    }

    Path scratchFolder() {
        return scratch == null ? Path.of(System.getProperty("java.io.tmpdir")) : scratch;
    }

    PartSettings parts(RowBounds bounds) {
        return new PartSettings(scratchFolder(), compression, puts, bounds);
    }

    StoreSettings store() {
        return new StoreSettings(Math.min(2, dynamodbCalls), dynamodbCalls, REMEMBERED_LINES, patience);
    }

    ClaimLease leaseOfThisProcess() {
        return ClaimLease.ofThisProcess(lease);
    }
}
