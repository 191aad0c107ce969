package io.tillstream.query.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tillstream.warehouse.analytics.EventGrouping;
import io.tillstream.warehouse.analytics.EventUnit;
import io.tillstream.warehouse.analytics.FunnelGroup;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How far the visitors of a group went, as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Funnel", description = "The first property is the one that groupBy names, the next sessions or users")
record FunnelView(
        @Schema(example = "2019-10-01T08:00") @Nullable String hour,
        @Schema(example = "2019-10-01") @Nullable String day,

        @Schema(example = "electronics.smartphone", description = "Absent for products without a category code")
        @Nullable
        String category,

        @Schema(example = "samsung", description = "Absent for products without a brand") @Nullable
        String brand,

        @Nullable Long sessions,
        @Nullable Long users,

        @Schema(description = "How many of them looked at something")
        long viewed,

        @Schema(description = "How many of those put something into the cart, at that moment or later")
        long carted,

        @Schema(description = "How many of those bought something, at that moment or later")
        long purchased,

        @Schema(description = "How many of all bought anything, whatever came before")
        long converted,

        @Schema(description = "carted / viewed") @Nullable BigDecimal cartRate,

        @Schema(description = "purchased / carted") @Nullable
        BigDecimal purchaseRate,

        @Schema(description = "purchased / viewed") @Nullable
        BigDecimal funnelRate,

        @Schema(description = "converted / sessions, or users") @Nullable
        BigDecimal conversionRate,

        @Schema(description = "Median of the seconds from the first view to the cart") @Nullable
        BigDecimal secondsToCart,

        @Schema(description = "Median of the seconds from that cart to the purchase") @Nullable
        BigDecimal secondsToPurchase) {

    static FunnelView of(EventGrouping grouping, EventUnit unit, FunnelGroup group) {
        return new FunnelView(
                EventGroups.nameIn("hour", grouping, group.name()),
                EventGroups.nameIn("day", grouping, group.name()),
                EventGroups.nameIn("category", grouping, group.name()),
                EventGroups.nameIn("brand", grouping, group.name()),
                EventGroups.countIn(EventUnit.SESSIONS, unit, group.visitors()),
                EventGroups.countIn(EventUnit.USERS, unit, group.visitors()),
                group.viewed(),
                group.carted(),
                group.purchased(),
                group.converted(),
                group.cartRate().orElse(null),
                group.purchaseRate().orElse(null),
                group.funnelRate().orElse(null),
                group.conversionRate().orElse(null),
                group.secondsToCart(),
                group.secondsToPurchase());
    }
}
