package io.tillstream.loader.importing;

import io.tillstream.loader.parts.RejectLimit;
import io.tillstream.model.StoreId;
import io.tillstream.model.row.DateOrder;
import io.tillstream.rowfiles.ColumnNames;
import jakarta.validation.constraints.AssertTrue;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the job that loads files reads their rows, unless its options say otherwise.
 *
 * @param maxRejected a file with more bad rows is given up; a number, or a share
 * @param dates {@code month-first} or {@code day-first}: the order of day and month in files; found out unless set
 * @param store the shop of rows that name none
 * @param source a name that tells the rows from equal ones of other sources
 * @param map fields of foreign columns, as {@code Menge=Quantity}
 * @param mapFile a file of fields of foreign columns, one a line
 */
@Validated
@ConfigurationProperties("tillstream.loader.import")
record RowProperties(
        @DefaultValue("10%") String maxRejected,
        @Nullable DateOrder dates,
        @Nullable String store,
        @Nullable String source,
        @DefaultValue List<String> map,
        @Nullable Path mapFile) {

    /** Without any setting. */
    static final RowProperties USUAL = new RowProperties("10%", null, null, null, List.of(), null);

    @AssertTrue(message = "max-rejected must be a number of rows or a percentage")
    boolean isMaxRejectedALimit() {
        return works(() -> RejectLimit.parse(maxRejected));
    }

    @AssertTrue(message = "store must be 1 to 64 printable characters without outer blanks")
    boolean isStoreAName() {
        return store == null || StoreId.RULE.faultIn(store).isEmpty();
    }

    @AssertTrue(message = "source must be 1 to 64 printable characters without outer blanks")
    boolean isSourceAName() {
        return source == null || StoreId.RULE.faultIn(source).isEmpty();
    }

    @AssertTrue(message = "map must name fields of a row by columns, as theirs=ours")
    boolean isMapOfColumns() {
        return works(() -> ColumnNames.of(map));
    }

    private static boolean works(Runnable parsing) {
        try {
            parsing.run();
            return true;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
