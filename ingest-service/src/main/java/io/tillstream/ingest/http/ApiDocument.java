package io.tillstream.ingest.http;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.tillstream.model.feed.Feeds;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Adds to the OpenAPI document what cannot be derived from code: forms, examples, and every answer. */
final class ApiDocument implements OpenApiCustomizer {

    private final Feeds feeds;
    private final int maxRows;

    ApiDocument(Feeds feeds, int maxRows) {
        this.feeds = feeds;
        this.maxRows = maxRows;
    }

    @Override
    public void customise(OpenAPI api) {
        api.setInfo(new Info().title("Tillstream ingest").version("1"));
        ApiSchemas.all().forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
        feeds.all().forEach(feed -> new RowsDocument(feed, maxRows).describe(api));
        VoidsDocument.describe(api);
        SchemasDocument.describe(api);
    }

    /** @param answers what the 202 shows */
    static ApiResponses responsesToRows(Content answers) {
        ApiResponses responses = new ApiResponses();
        responses.addApiResponse(
                "202",
                new ApiResponse()
                        .description("Every accepted row is in the stream")
                        .content(answers));
        add(responses, HttpStatus.BAD_REQUEST, "The request or its body is malformed; nothing is stored");
        add(responses, HttpStatus.UNAUTHORIZED, "No valid key");
        add(responses, HttpStatus.FORBIDDEN, "The key may not send rows");
        add(responses, HttpStatus.NOT_ACCEPTABLE, "The answer can only be JSON");
        add(responses, HttpStatus.REQUEST_TIMEOUT, "The body took too long to arrive; nothing is stored");
        add(responses, HttpStatus.CONTENT_TOO_LARGE, "Too many rows or bytes; nothing is stored");
        add(
                responses,
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "The media type, charset or encoding of the body is not supported");
        add(responses, HttpStatus.UNPROCESSABLE_CONTENT, "No row is valid");
        addRetryable(
                responses,
                HttpStatus.TOO_MANY_REQUESTS,
                "Too much comes with this key, or with it from this address; send again after Retry-After");
        add(responses, HttpStatus.INTERNAL_SERVER_ERROR, "An error in this service; send the request again");
        addRetryable(
                responses, HttpStatus.SERVICE_UNAVAILABLE, "Not every row is stored; send again after Retry-After");
        return responses;
    }

    static ApiResponses responsesToVoid() {
        ApiResponses responses = new ApiResponses();
        Content voided = new Content()
                .addMediaType("application/json", new MediaType().schema(ApiSchemas.reference("VoidedLine")));
        responses.addApiResponse(
                "202",
                new ApiResponse().description("The void is in the stream").content(voided));
        add(responses, HttpStatus.BAD_REQUEST, "An id is missing or invalid; nothing is voided");
        add(responses, HttpStatus.UNAUTHORIZED, "No valid key");
        add(responses, HttpStatus.FORBIDDEN, "The key may not void lines");
        add(responses, HttpStatus.NOT_ACCEPTABLE, "The answer can only be JSON");
        addRetryable(
                responses,
                HttpStatus.TOO_MANY_REQUESTS,
                "Too much comes with this key, or with it from this address; send again after Retry-After");
        add(responses, HttpStatus.INTERNAL_SERVER_ERROR, "An error in this service; send the request again");
        addRetryable(responses, HttpStatus.SERVICE_UNAVAILABLE, "The void is not stored; send again after Retry-After");
        return responses;
    }

    static void add(ApiResponses responses, HttpStatus status, String description) {
        responses.addApiResponse(Integer.toString(status.value()), response(status, description));
    }

    private static void addRetryable(ApiResponses responses, HttpStatus status, String description) {
        Header seconds = new Header()
                .description("How many seconds to wait before sending the request again")
                .schema(ApiSchemas.value("integer"));
        responses.addApiResponse(
                Integer.toString(status.value()),
                response(status, description).addHeaderObject(HttpHeaders.RETRY_AFTER, seconds));
    }

    private static ApiResponse response(HttpStatus status, String description) {
        MediaType problem = new MediaType().schema(ApiSchemas.reference("Problem"));
        for (ProblemType type : ProblemType.all(status)) {
            problem.addExamples(type.slug(), ApiExamples.problem(type));
        }
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType("application/problem+json", problem));
    }
}
