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
import io.tillstream.warehouse.analytics.ChurnQuestion;
import io.tillstream.warehouse.analytics.ChurnRisk;
import io.tillstream.warehouse.analytics.CustomerSegment;
import io.tillstream.warehouse.analytics.PurchaseFeed;
import io.tillstream.warehouse.analytics.ScoresQuestion;
import io.tillstream.warehouse.analytics.SegmentsQuestion;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@FromWarehouse
@Tag(name = "Analytics")
class RetentionController {

    private static final String LIMIT = "How many customers at most: 1 to 100000; all unless given";

    private static final String FEED = "Whose purchases: those of invoices, or those of a shop's events; users are"
            + " customers then, and sessions with a purchase invoices";

    private final Analytics analytics;

    RetentionController(Analytics analytics) {
        this.analytics = analytics;
    }

    @Operation(summary = "How recently, how often and for how much customers bought", description = """
                    Every customer who ever bought, best first: by the sum of the scores, then by net. A segment is the
                    first of these that fits. champions: recency and frequency of at least 4. loyal: both at least 3.
                    new: recency of at least 4 after a single purchase. promising: recency of at least 4. needs attention:
                    recency of 3. at risk: frequency of at least 3. lost: the rest.""")
    @ApiResponse(
            responseCode = "200",
            description = "A row for each customer",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        array = @ArraySchema(schema = @Schema(implementation = RfmView.class)),
                        examples = @ExampleObject(Examples.RFM)),
                @Content(mediaType = Table.CSV, schema = @Schema(type = "string"))
            })
    @GetMapping(
            path = "/analytics/rfm",
            produces = {MediaType.APPLICATION_JSON_VALUE, Table.CSV})
    Table rfm(
            @Parameter(
                            description = FEED,
                            schema =
                                    @Schema(
                                            allowableValues = {"transactions", "events"},
                                            defaultValue = "transactions"))
                    @RequestParam(name = "feed", required = false)
                    @Nullable
                    String feed,
            @Parameter(
                            description = LIMIT,
                            example = "10",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "100000"))
                    @RequestParam(name = "limit", required = false)
                    @Nullable
                    String limit,
            @Parameter(
                            description = "Only customers of this segment",
                            schema =
                                    @Schema(
                                            allowableValues = {
                                                "champions",
                                                "loyal",
                                                "new",
                                                "promising",
                                                "needs attention",
                                                "at risk",
                                                "lost"
                                            }))
                    @RequestParam(name = "segment", required = false)
                    @Nullable
                    String segment) {
        ScoresQuestion question = new ScoresQuestion(
                feed(feed),
                Parameters.choice("segment", segment, CustomerSegment.class).orElse(null),
                limit(limit));
        return Table.of(
                RfmView.class,
                analytics.answer(question).stream().map(RfmView::of).toList());
    }

    @Operation(summary = "How many customers each segment has, and their revenue")
    @ApiResponse(
            responseCode = "200",
            description = "A row for each segment that has customers, the largest revenue first",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        array = @ArraySchema(schema = @Schema(implementation = SegmentView.class)),
                        examples = @ExampleObject(Examples.SEGMENTS)),
                @Content(mediaType = Table.CSV, schema = @Schema(type = "string"))
            })
    @GetMapping(
            path = "/analytics/rfm/segments",
            produces = {MediaType.APPLICATION_JSON_VALUE, Table.CSV})
    Table segments(
            @Parameter(
                            description = FEED,
                            schema =
                                    @Schema(
                                            allowableValues = {"transactions", "events"},
                                            defaultValue = "transactions"))
                    @RequestParam(name = "feed", required = false)
                    @Nullable
                    String feed) {
        return Table.of(
                SegmentView.class,
                analytics.answer(new SegmentsQuestion(feed(feed))).stream()
                        .map(SegmentView::of)
                        .toList());
    }

    @Operation(summary = "Which customers are about to leave", description = """
                    Days since the last purchase against the customer's own rhythm: active up to twice the rhythm, at
                    risk up to four times, then lost; once after purchases on a single day. Most at stake first: at
                    risk, lost, once, active, and of each the highest net.""")
    @ApiResponse(
            responseCode = "200",
            description = "A row for each customer who ever bought",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        array = @ArraySchema(schema = @Schema(implementation = ChurnView.class)),
                        examples = @ExampleObject(Examples.CHURN)),
                @Content(mediaType = Table.CSV, schema = @Schema(type = "string"))
            })
    @GetMapping(
            path = "/analytics/churn",
            produces = {MediaType.APPLICATION_JSON_VALUE, Table.CSV})
    Table churn(
            @Parameter(
                            description = FEED,
                            schema =
                                    @Schema(
                                            allowableValues = {"transactions", "events"},
                                            defaultValue = "transactions"))
                    @RequestParam(name = "feed", required = false)
                    @Nullable
                    String feed,
            @Parameter(
                            description = LIMIT,
                            example = "10",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "100000"))
                    @RequestParam(name = "limit", required = false)
                    @Nullable
                    String limit,
            @Parameter(
                            description = "Only customers of this risk",
                            schema = @Schema(allowableValues = {"active", "at risk", "lost", "once"}))
                    @RequestParam(name = "risk", required = false)
                    @Nullable
                    String risk) {
        ChurnQuestion question = new ChurnQuestion(
                feed(feed), Parameters.choice("risk", risk, ChurnRisk.class).orElse(null), limit(limit));
        return Table.of(
                ChurnView.class,
                analytics.answer(question).stream().map(ChurnView::of).toList());
    }

    private static PurchaseFeed feed(@Nullable String feed) {
        return Parameters.choice("feed", feed, PurchaseFeed.class).orElse(PurchaseFeed.TRANSACTIONS);
    }

    private static int limit(@Nullable String limit) {
        return Parameters.limit(limit, SalesController.MOST_ROWS, SalesController.MOST_ROWS);
    }
}
