package io.tillstream.query.analytics;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tillstream.query.http.Parameters;
import io.tillstream.query.table.Table;
import io.tillstream.warehouse.analytics.Analytics;
import io.tillstream.warehouse.analytics.CartsQuestion;
import io.tillstream.warehouse.analytics.EventGrouping;
import io.tillstream.warehouse.analytics.FunnelQuestion;
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
class FunnelController {

    private static final String LIMIT = "How many groups at most: 1 to 100000; all unless given";

    private final Analytics analytics;

    FunnelController(Analytics analytics) {
        this.analytics = analytics;
    }

    @Operation(summary = "How far sessions or users go: view, cart, purchase", description = """
                    A step counts for who took the steps before it, at that moment or later. By hour and day a session, or user,
                    belongs to when it began, in UTC; by category and brand to each that it has events of, and in each only those
                    events count. Times in their order, of which limit keeps the latest; others by visitors, most first.""")
    @ApiResponse(
            responseCode = "200",
            description = "A row for each group that has visitors; without groupBy always one",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        array = @ArraySchema(schema = @Schema(implementation = FunnelView.class)),
                        examples = @ExampleObject(Examples.FUNNEL)),
                @Content(
                        mediaType = Table.CSV,
                        schema = @Schema(type = "string"),
                        examples = @ExampleObject(Examples.FUNNEL_CSV))
            })
    @GetMapping(
            path = "/analytics/funnel",
            produces = {MediaType.APPLICATION_JSON_VALUE, Table.CSV})
    Table funnel(
            @ParameterObject EventParameters asked,
            @Parameter(
                            description = "What to group by; one row for all unless given",
                            schema =
                                    @Schema(
                                            allowableValues = {
                                                "all",
                                                "hour",
                                                "day",
                                                "category1",
                                                "category2",
                                                "category3",
                                                "brand"
                                            },
                                            defaultValue = "all"))
                    @RequestParam(name = "groupBy", required = false)
                    @Nullable
                    String groupBy,
            @Parameter(description = LIMIT, schema = @Schema(type = "integer", minimum = "1", maximum = "100000"))
                    @RequestParam(name = "limit", required = false)
                    @Nullable
                    String limit) {
        EventGrouping grouping = grouping(groupBy);
        FunnelQuestion question = new FunnelQuestion(asked.unit(), grouping, asked.filter(), limit(limit));
        List<FunnelView> rows = analytics.answer(question).stream()
                .map(group -> FunnelView.of(grouping, asked.unit(), group))
                .toList();
        return Table.of(FunnelView.class, rows, EventGroups.emptyColumns(grouping, asked.unit()));
    }

    @Operation(summary = "Which carts are left", description = """
                    A cart is a session, or user, that put something in; it is abandoned if it bought nothing. What is left of a
                    product is what was put in less what was taken out and bought, at the highest price at which it was put in. By
                    hour and day a cart belongs to when something was first put in, in UTC. Times in their order, of which limit
                    keeps the latest; others by the value left, highest first.""")
    @ApiResponse(
            responseCode = "200",
            description = "A row for each group that has carts; without groupBy always one",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        array = @ArraySchema(schema = @Schema(implementation = CartsView.class)),
                        examples = @ExampleObject(Examples.CARTS)),
                @Content(mediaType = Table.CSV, schema = @Schema(type = "string"))
            })
    @GetMapping(
            path = "/analytics/carts",
            produces = {MediaType.APPLICATION_JSON_VALUE, Table.CSV})
    Table carts(
            @ParameterObject EventParameters asked,
            @Parameter(
                            description = "What to group by; one row for all unless given",
                            schema =
                                    @Schema(
                                            allowableValues = {
                                                "all",
                                                "hour",
                                                "day",
                                                "category1",
                                                "category2",
                                                "category3",
                                                "brand"
                                            },
                                            defaultValue = "all"))
                    @RequestParam(name = "groupBy", required = false)
                    @Nullable
                    String groupBy,
            @Parameter(description = LIMIT, schema = @Schema(type = "integer", minimum = "1", maximum = "100000"))
                    @RequestParam(name = "limit", required = false)
                    @Nullable
                    String limit) {
        EventGrouping grouping = grouping(groupBy);
        CartsQuestion question = new CartsQuestion(asked.unit(), grouping, asked.filter(), limit(limit));
        List<CartsView> rows = analytics.answer(question).stream()
                .map(group -> CartsView.of(grouping, group))
                .toList();
        return Table.of(CartsView.class, rows, EventGroups.emptyColumns(grouping, asked.unit()));
    }

    private static EventGrouping grouping(@Nullable String groupBy) {
        return Parameters.choice("groupBy", groupBy, EventGrouping.class).orElse(EventGrouping.ALL);
    }

    private static int limit(@Nullable String limit) {
        return Parameters.limit(limit, SalesController.MOST_ROWS, SalesController.MOST_ROWS);
    }
}
