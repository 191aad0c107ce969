package io.tillstream.query.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tillstream.warehouse.analytics.EventFigures;
import io.tillstream.warehouse.analytics.EventUnit;
import io.tillstream.warehouse.analytics.PriceBand;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What happened at prices of a band, as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PriceBand")
record PriceBandView(
        @Schema(description = "Its lowest price; absent in the first band") @Nullable
        BigDecimal from,

        @Schema(description = "The lowest price above it; absent in the last band") @Nullable
        BigDecimal to,

        long views,

        @Schema(description = "How often a product was put into a cart")
        long carts,

        @Schema(description = "How often one was taken out") long removals,
        @Schema(description = "Pieces bought") long purchases,
        @Schema(description = "The sum of their prices") BigDecimal revenue,

        @Schema(description = "Sessions with any of these events") @Nullable
        Long sessions,

        @Schema(description = "Users with any of these events") @Nullable
        Long users,

        @Schema(description = "How many of them bought something of the band")
        long converted,

        @Schema(description = "converted / sessions, or users") @Nullable
        BigDecimal conversionRate) {

    static PriceBandView of(EventUnit unit, PriceBand band) {
        EventFigures figures = band.figures();
        return new PriceBandView(
                band.from(),
                band.to(),
                figures.views(),
                figures.carts(),
                figures.removals(),
                figures.purchases(),
                figures.revenue(),
                EventGroups.countIn(EventUnit.SESSIONS, unit, figures.visitors()),
                EventGroups.countIn(EventUnit.USERS, unit, figures.visitors()),
                figures.converted(),
                figures.conversionRate().orElse(null));
    }
}
