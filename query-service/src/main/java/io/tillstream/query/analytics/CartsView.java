package io.tillstream.query.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tillstream.warehouse.analytics.CartGroup;
import io.tillstream.warehouse.analytics.EventGrouping;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What became of the carts of a group, as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Carts", description = "The first property is the one that groupBy names")
record CartsView(
        @Schema(example = "2019-10-01T08:00") @Nullable String hour,
        @Schema(example = "2019-10-01") @Nullable String day,

        @Schema(example = "electronics.smartphone", description = "Absent for products without a category code")
        @Nullable
        String category,

        @Schema(example = "samsung", description = "Absent for products without a brand") @Nullable
        String brand,

        @Schema(description = "Sessions, or users, that put something into the cart")
        long carts,

        @Schema(description = "How many of them bought anything")
        long purchased,

        @Schema(description = "How many of them bought nothing")
        long abandoned,

        @Schema(description = "abandoned / carts") @Nullable BigDecimal abandonmentRate,

        @Schema(description = "Prices of all pieces that were put in")
        BigDecimal valuePut,

        @Schema(description = "Pieces that were put in and neither taken out nor bought")
        long piecesLeft,

        @Schema(description = "Their prices") BigDecimal valueLeft,

        @Schema(description = "The part of it in abandoned carts")
        BigDecimal valueAbandoned) {

    static CartsView of(EventGrouping grouping, CartGroup group) {
        return new CartsView(
                EventGroups.nameIn("hour", grouping, group.name()),
                EventGroups.nameIn("day", grouping, group.name()),
                EventGroups.nameIn("category", grouping, group.name()),
                EventGroups.nameIn("brand", grouping, group.name()),
                group.carts(),
                group.purchased(),
                group.abandoned(),
                group.abandonmentRate().orElse(null),
                group.valuePut(),
                group.piecesLeft(),
                group.valueLeft(),
                group.valueAbandoned());
    }
}
