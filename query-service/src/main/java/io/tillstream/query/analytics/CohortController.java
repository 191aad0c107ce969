package io.tillstream.query.analytics;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tillstream.query.table.Table;
import io.tillstream.warehouse.analytics.Analytics;
import io.tillstream.warehouse.analytics.CohortsQuestion;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@FromWarehouse
@Tag(name = "Shop", description = "What visitors of shops do, from the events of shops")
class CohortController {

    private final Analytics analytics;

    CohortController(Analytics analytics) {
        this.analytics = analytics;
    }

    @Operation(summary = "How many users come back to buy, by the month of their first purchase", description = """
                    A cohort is all users who bought for the first time in a month, in UTC; the period picks these first
                    purchases, and what the users bought later counts whenever it was. Months in which none of a cohort bought are
                    left out.""")
    @ApiResponse(
            responseCode = "200",
            description = "A row for each cohort and month in which some of it bought",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        array = @ArraySchema(schema = @Schema(implementation = CohortView.class)),
                        examples = @ExampleObject(Examples.RETENTION)),
                @Content(mediaType = Table.CSV, schema = @Schema(type = "string"))
            })
    @GetMapping(
            path = "/analytics/retention",
            produces = {MediaType.APPLICATION_JSON_VALUE, Table.CSV})
    Table retention(
            @Parameter(description = EventParameters.FROM, example = "2019-10-01")
                    @RequestParam(name = "from", required = false)
                    @Nullable
                    String from,
            @Parameter(description = EventParameters.TO, example = "2019-12-31")
                    @RequestParam(name = "to", required = false)
                    @Nullable
                    String to,
            @Parameter(description = EventParameters.STORE, example = "acme")
                    @RequestParam(name = "store", required = false)
                    @Nullable
                    String store) {
        CohortsQuestion question = new CohortsQuestion(EventParameters.filter(from, to, store));
        return Table.of(
                CohortView.class,
                analytics.answer(question).stream().map(CohortView::of).toList());
    }
}
