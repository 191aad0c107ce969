package io.tillstream.query.analytics;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tillstream.query.http.InvalidParameterException;
import io.tillstream.query.http.Parameters;
import io.tillstream.query.table.Table;
import io.tillstream.warehouse.analytics.Analytics;
import io.tillstream.warehouse.analytics.EventGrouping;
import io.tillstream.warehouse.analytics.EventRanking;
import io.tillstream.warehouse.analytics.PricesQuestion;
import io.tillstream.warehouse.analytics.ProductGroupsQuestion;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@FromWarehouse
@Tag(name = "Shop", description = "What visitors of shops do, from the events of shops")
class ProductGroupController {

    private static final String LIMIT = "How many at most: 1 to 100000; all unless given";

    private final Analytics analytics;

    ProductGroupController(Analytics analytics) {
        this.analytics = analytics;
    }

    @Operation(summary = "What is looked at, put into carts and bought, by category", description = """
                    An event counts in the category that it names, by the first words of its category code; one row is for events
                    without any. Who has a purchase among the events of a category is converted there.""")
    @ApiResponse(
            responseCode = "200",
            description = "A row for each category that has events",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        array = @ArraySchema(schema = @Schema(implementation = ProductGroupView.class)),
                        examples = @ExampleObject(Examples.CATEGORIES)),
                @Content(mediaType = Table.CSV, schema = @Schema(type = "string"))
            })
    @GetMapping(
            path = "/analytics/categories",
            produces = {MediaType.APPLICATION_JSON_VALUE, Table.CSV})
    Table categories(
            @ParameterObject EventParameters asked,
            @Parameter(
                            description = "By how many words of the category code",
                            schema =
                                    @Schema(
                                            allowableValues = {"1", "2", "3"},
                                            defaultValue = "1"))
                    @RequestParam(name = "level", required = false)
                    @Nullable
                    String level,
            @Parameter(
                            description = "What to sort by, highest first",
                            schema =
                                    @Schema(
                                            allowableValues = {"revenue", "purchases", "views", "visitors"},
                                            defaultValue = "revenue"))
                    @RequestParam(name = "sort", required = false)
                    @Nullable
                    String sort,
            @Parameter(description = LIMIT, schema = @Schema(type = "integer", minimum = "1", maximum = "100000"))
                    @RequestParam(name = "limit", required = false)
                    @Nullable
                    String limit) {
        return groups(level(level), asked, sort, limit);
    }

    @Operation(summary = "What is looked at, put into carts and bought, by brand", description = """
                    One row is for events without a brand. Who has a purchase among the events of a brand is converted there.""")
    @ApiResponse(
            responseCode = "200",
            description = "A row for each brand that has events",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        array = @ArraySchema(schema = @Schema(implementation = ProductGroupView.class)),
                        examples = @ExampleObject(Examples.BRANDS)),
                @Content(mediaType = Table.CSV, schema = @Schema(type = "string"))
            })
    @GetMapping(
            path = "/analytics/brands",
            produces = {MediaType.APPLICATION_JSON_VALUE, Table.CSV})
    Table brands(
            @ParameterObject EventParameters asked,
            @Parameter(
                            description = "What to sort by, highest first",
                            schema =
                                    @Schema(
                                            allowableValues = {"revenue", "purchases", "views", "visitors"},
                                            defaultValue = "revenue"))
                    @RequestParam(name = "sort", required = false)
                    @Nullable
                    String sort,
            @Parameter(description = LIMIT, schema = @Schema(type = "integer", minimum = "1", maximum = "100000"))
                    @RequestParam(name = "limit", required = false)
                    @Nullable
                    String limit) {
        return groups(EventGrouping.BRAND, asked, sort, limit);
    }

    @Operation(summary = "What is looked at, put into carts and bought, by price", description = """
                    An event counts in the band that its price lies in. Who has a purchase in a band, among those with any event in
                    it, is converted there.""")
    @ApiResponse(
            responseCode = "200",
            description = "A row for each band, the lowest first",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        array = @ArraySchema(schema = @Schema(implementation = PriceBandView.class)),
                        examples = @ExampleObject(Examples.PRICES)),
                @Content(mediaType = Table.CSV, schema = @Schema(type = "string"))
            })
    @GetMapping(
            path = "/analytics/prices",
            produces = {MediaType.APPLICATION_JSON_VALUE, Table.CSV})
    Table prices(
            @ParameterObject EventParameters asked,
            @Parameter(
                            description = "Where one band ends and the next begins: 1 to 50 ascending prices",
                            example = "10,50,100",
                            schema = @Schema(type = "string", defaultValue = PriceEdges.USUAL))
                    @RequestParam(name = "edges", required = false)
                    @Nullable
                    String edges) {
        PricesQuestion question = new PricesQuestion(PriceEdges.of(edges), asked.unit(), asked.filter());
        List<PriceBandView> rows = analytics.answer(question).stream()
                .map(band -> PriceBandView.of(asked.unit(), band))
                .toList();
        return Table.of(PriceBandView.class, rows, EventGroups.emptyColumns(EventGrouping.ALL, asked.unit()));
    }

    private Table groups(EventGrouping grouping, EventParameters asked, @Nullable String sort, @Nullable String limit) {
        ProductGroupsQuestion question = new ProductGroupsQuestion(
                grouping,
                Parameters.choice("sort", sort, EventRanking.class).orElse(EventRanking.REVENUE),
                asked.unit(),
                asked.filter(),
                Parameters.limit(limit, SalesController.MOST_ROWS, SalesController.MOST_ROWS));
        List<ProductGroupView> rows = analytics.answer(question).stream()
                .map(group -> ProductGroupView.of(grouping, asked.unit(), group))
                .toList();
        return Table.of(ProductGroupView.class, rows, EventGroups.emptyColumns(grouping, asked.unit()));
    }

    private static EventGrouping level(@Nullable String text) {
        return switch (text == null ? "" : text.strip()) {
            case "", "1" -> EventGrouping.CATEGORY1;
            case "2" -> EventGrouping.CATEGORY2;
            case "3" -> EventGrouping.CATEGORY3;
            default -> throw InvalidParameterException.of("level", "1, 2 or 3");
        };
    }
}
