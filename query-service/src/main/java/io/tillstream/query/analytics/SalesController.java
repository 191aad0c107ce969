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
import io.tillstream.query.http.PeriodParameter;
import io.tillstream.query.table.Table;
import io.tillstream.warehouse.analytics.Analytics;
import io.tillstream.warehouse.analytics.Grouping;
import io.tillstream.warehouse.analytics.KpisQuestion;
import io.tillstream.warehouse.analytics.Period;
import io.tillstream.warehouse.analytics.Ranking;
import io.tillstream.warehouse.analytics.SalesQuestion;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@FromWarehouse
@Tag(name = "Analytics")
class SalesController {

    static final int MOST_ROWS = 100_000;

    private static final int BEST_PRODUCTS = 100;
    private static final String FROM = "First day or moment, in the shops' local time";
    private static final String TO = "Last day, or the moment before which the period ends";

    private final Analytics analytics;

    SalesController(Analytics analytics) {
        this.analytics = analytics;
    }

    @Operation(summary = "A period at a glance")
    @ApiResponse(
            responseCode = "200",
            description = "Its figures",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = KpisView.class),
                        examples = @ExampleObject(Examples.KPIS)),
                @Content(mediaType = Table.CSV, schema = @Schema(type = "string"))
            })
    @GetMapping(
            path = "/analytics/kpis",
            produces = {MediaType.APPLICATION_JSON_VALUE, Table.CSV})
    Table kpis(
            @Parameter(description = FROM, example = "2010-12-01")
                    @RequestParam(name = "from", required = false)
                    @Nullable
                    String from,
            @Parameter(description = TO, example = "2010-12-31") @RequestParam(name = "to", required = false) @Nullable
                    String to) {
        return Table.of(KpisView.of(from, to, analytics.answer(new KpisQuestion(period(from, to)))));
    }

    @Operation(
            summary = "Sales, group by group",
            description =
                    "Times in their order, of which limit keeps the latest; other groups by revenue, highest first.")
    @ApiResponse(
            responseCode = "200",
            description = "A row for each group that has lines",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        array = @ArraySchema(schema = @Schema(implementation = SalesView.class)),
                        examples = @ExampleObject(Examples.SALES)),
                @Content(
                        mediaType = Table.CSV,
                        schema = @Schema(type = "string"),
                        examples = @ExampleObject(Examples.SALES_CSV))
            })
    @GetMapping(
            path = "/analytics/sales",
            produces = {MediaType.APPLICATION_JSON_VALUE, Table.CSV})
    Table sales(
            @Parameter(
                            description = "What to group by",
                            schema =
                                    @Schema(
                                            allowableValues = {
                                                "hour", "day", "week", "month", "country", "product", "kind"
                                            },
                                            defaultValue = "day"))
                    @RequestParam(name = "groupBy", required = false)
                    @Nullable
                    String groupBy,
            @Parameter(description = FROM, example = "2010-12-01")
                    @RequestParam(name = "from", required = false)
                    @Nullable
                    String from,
            @Parameter(description = TO, example = "2010-12-31") @RequestParam(name = "to", required = false) @Nullable
                    String to,
            @Parameter(
                            description = "How many groups at most: 1 to 100000; all unless given",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "100000"))
                    @RequestParam(name = "limit", required = false)
                    @Nullable
                    String limit) {
        Grouping grouping =
                Parameters.choice("groupBy", groupBy, Grouping.class).orElse(Grouping.DAY);
        SalesQuestion question = new SalesQuestion(
                grouping, Ranking.REVENUE, period(from, to), Parameters.limit(limit, MOST_ROWS, MOST_ROWS));
        List<SalesView> rows = analytics.answer(question).stream()
                .map(group -> SalesView.of(grouping, group))
                .toList();
        return Table.of(SalesView.class, rows, SalesView.emptyColumns(grouping));
    }

    @Operation(summary = "The products with the most revenue, or sold most")
    @ApiResponse(
            responseCode = "200",
            description = "A row for each product that has lines, the highest first",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        array = @ArraySchema(schema = @Schema(implementation = ProductView.class)),
                        examples = @ExampleObject(Examples.PRODUCTS)),
                @Content(mediaType = Table.CSV, schema = @Schema(type = "string"))
            })
    @GetMapping(
            path = "/analytics/products",
            produces = {MediaType.APPLICATION_JSON_VALUE, Table.CSV})
    Table products(
            @Parameter(
                            description = "What to sort by, highest first",
                            schema =
                                    @Schema(
                                            allowableValues = {"revenue", "quantity"},
                                            defaultValue = "revenue"))
                    @RequestParam(name = "sort", required = false)
                    @Nullable
                    String sort,
            @Parameter(description = FROM, example = "2010-12-01")
                    @RequestParam(name = "from", required = false)
                    @Nullable
                    String from,
            @Parameter(description = TO, example = "2010-12-31") @RequestParam(name = "to", required = false) @Nullable
                    String to,
            @Parameter(
                            description = "How many at most: 1 to 100000, 100 unless given",
                            example = "10",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "100000"))
                    @RequestParam(name = "limit", required = false)
                    @Nullable
                    String limit) {
        SalesQuestion question = new SalesQuestion(
                Grouping.PRODUCT,
                Parameters.choice("sort", sort, Ranking.class).orElse(Ranking.REVENUE),
                period(from, to),
                Parameters.limit(limit, BEST_PRODUCTS, MOST_ROWS));
        return Table.of(
                ProductView.class,
                analytics.answer(question).stream().map(ProductView::of).toList());
    }

    private static Period period(@Nullable String from, @Nullable String to) {
        PeriodParameter range = PeriodParameter.of(from, to);
        return new Period(range.from(), range.to());
    }
}
