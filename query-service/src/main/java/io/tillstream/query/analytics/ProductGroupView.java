package io.tillstream.query.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tillstream.warehouse.analytics.EventFigures;
import io.tillstream.warehouse.analytics.EventGrouping;
import io.tillstream.warehouse.analytics.EventUnit;
import io.tillstream.warehouse.analytics.ProductGroup;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What happened to the products of a category or brand, as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ProductGroup", description = "Its category or brand, then sessions or users among the figures")
record ProductGroupView(
        @Schema(example = "electronics.smartphone", description = "Absent for products without a category code")
        @Nullable
        String category,

        @Schema(example = "samsung", description = "Absent for products without a brand") @Nullable
        String brand,

        long views,

        @Schema(description = "How often a product was put into a cart")
        long carts,

        @Schema(description = "How often one was taken out") long removals,
        @Schema(description = "Pieces bought") long purchases,
        @Schema(description = "The sum of their prices") BigDecimal revenue,

        @Schema(description = "revenue / purchases, to the cent") @Nullable
        BigDecimal averagePrice,

        @Schema(description = "Sessions with any of these events") @Nullable
        Long sessions,

        @Schema(description = "Users with any of these events") @Nullable
        Long users,

        @Schema(description = "How many of them bought one") long converted,

        @Schema(description = "converted / sessions, or users") @Nullable
        BigDecimal conversionRate) {

    static ProductGroupView of(EventGrouping grouping, EventUnit unit, ProductGroup group) {
        EventFigures figures = group.figures();
        return new ProductGroupView(
                EventGroups.nameIn("category", grouping, group.name()),
                EventGroups.nameIn("brand", grouping, group.name()),
                figures.views(),
                figures.carts(),
                figures.removals(),
                figures.purchases(),
                figures.revenue(),
                figures.averagePrice().orElse(null),
                EventGroups.countIn(EventUnit.SESSIONS, unit, figures.visitors()),
                EventGroups.countIn(EventUnit.USERS, unit, figures.visitors()),
                figures.converted(),
                figures.conversionRate().orElse(null));
    }
}
