package io.tillstream.ingest.http;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.layout.Names;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;

/** Describes in the OpenAPI document how the rows of a feed are sent. Its routes are not found there by themselves. */
final class RowsDocument {

    private final Feed feed;
    private final FeedSchemas schemas;
    private final int maxRows;

    RowsDocument(Feed feed, int maxRows) {
        this.feed = feed;
        this.schemas = new FeedSchemas(feed);
        this.maxRows = maxRows;
    }

    void describe(OpenAPI api) {
        schemas.all().forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
        Content bodies = bodies();
        Content answers =
                new Content().addMediaType(BodyFormats.JSON, new MediaType().schema(schemas.answerReference()));
        boolean isOfTransactions = feed.name().value().equals(Names.TRANSACTIONS);
        if (isOfTransactions) {
            ApiExamples.addRows(bodies);
            ApiExamples.addAnswers(answers);
        }
        Operation post = new Operation()
                .addTagsItem(feed.name() + "-controller")
                .operationId(isOfTransactions ? "post" : "post-" + feed.name())
                .summary("Takes rows, and answers once the stream has them")
                .description(description(isOfTransactions ? "a LineId" : "ids of their own"))
                .parameters(parameters())
                .requestBody(new RequestBody().required(true).content(bodies))
                .responses(ApiDocument.responsesToRows(answers));
        api.getPaths().addPathItem(feed.layout().path(), new PathItem().post(post));
    }

    /** Every form of a body, with what its rows look like. */
    private Content bodies() {
        Schema<?> row = schemas.rowReference();
        Schema<?> rows = ApiSchemas.value("array").items(row).maxItems(maxRows);
        Schema<?> lines = text(
                "One object per line, as in " + schemas.rowName() + "; a line that is not JSON is a rejected row.");
        Schema<?> json = new JsonSchema().addOneOfItem(row).addOneOfItem(rows);
        Schema<?> csv = text("Comma-separated rows under a header of field names (RFC 4180).");
        Content bodies = new Content();
        for (String type : BodyFormats.typesOf(feed)) {
            Schema<?> schema = switch (BodyFormats.form(type).orElseThrow()) {
                case JSON -> json;
                case NDJSON -> lines;
                case CSV -> csv;
            };
            bodies.addMediaType(type, new MediaType().schema(schema));
        }
        return bodies;
    }

    private static String description(String ids) {
        return """
            Answers 202 once the stream has every accepted row; rejected rows are listed with their faults. \
            A 5xx, a 408, a 429, or no answer at all means: send the same request again. With the same Idempotency-Key, \
            or with rows that have %s, nothing is stored twice. The body may have Content-Encoding gzip.""".formatted(ids);
    }

    private static Schema<?> text(String description) {
        return ApiSchemas.value("string").description(description);
    }

    private List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(List.of(
                idempotencyKey("header", IdempotencyKeys.HEADER)
                        .description(
                                "Identifies the request, so that it can safely be sent again: visible ASCII characters."),
                detail(),
                contentEncoding()));
        if (feed.isSentByPages()) {
            parameters.add(idempotencyKey("query", IdempotencyKeys.PARAMETER)
                    .description("The same as Idempotency-Key, for beacons, which have no headers of their own."));
        }
        return parameters;
    }

    private static Parameter idempotencyKey(String in, String name) {
        return new Parameter()
                .in(in)
                .name(name)
                .schema(ApiSchemas.value("string")
                        .minLength(1)
                        .maxLength(IdempotencyKeys.MAX_LENGTH)
                        .pattern("^[!-~]+$"))
                .example("till-7-0042");
    }

    private static Parameter detail() {
        return new Parameter()
                .in("query")
                .name("detail")
                .description("Lists the accepted lines even when there are more than 100 rows.")
                .schema(ApiSchemas.oneOf(List.of("lines")));
    }

    private static Parameter contentEncoding() {
        return new Parameter()
                .in("header")
                .name(HttpHeaders.CONTENT_ENCODING)
                .schema(ApiSchemas.oneOf(List.of("gzip", "x-gzip", "identity")));
    }
}
