package io.tillstream.ingest.http;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Adds to the OpenAPI document what cannot be derived from code: forms, examples, and every answer. */
final class ApiDocument implements OpenApiCustomizer {

    private static final String DESCRIPTION = """
            Answers 202 once the stream has every accepted row; rejected rows are listed with their faults. \
            A 5xx, a 408, a 429, or no answer at all means: send the same request again. With the same Idempotency-Key, \
            or with rows that have a LineId, nothing is stored twice. The body may have Content-Encoding gzip.""";

    private final int maxRows;

    ApiDocument(int maxRows) {
        this.maxRows = maxRows;
    }

    @Override
    public void customise(OpenAPI api) {
        api.setInfo(new Info().title("Tillstream ingest").version("1"));
        ApiSchemas.all().forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
        Operation post = requireNonNull(api.getPaths().get("/transactions")).getPost();
        post.summary("Takes rows, and answers once the stream has them")
                .description(DESCRIPTION)
                .parameters(List.of(idempotencyKey(), detail(), contentEncoding()))
                .requestBody(new RequestBody().required(true).content(ApiExamples.bodies(maxRows)))
                .responses(responses());
        VoidsDocument.describe(api);
    }

    private static Parameter idempotencyKey() {
        return new Parameter()
                .in("header")
                .name(IdempotencyKeys.HEADER)
                .description("Identifies the request, so that it can safely be sent again: visible ASCII characters.")
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
                .schema(oneOf("lines"));
    }

    private static Parameter contentEncoding() {
        return new Parameter()
                .in("header")
                .name(HttpHeaders.CONTENT_ENCODING)
                .schema(oneOf("gzip", "x-gzip", "identity"));
    }

    private static ApiResponses responses() {
        ApiResponses responses = new ApiResponses();
        responses.addApiResponse(
                "202",
                new ApiResponse()
                        .description("Every accepted row is in the stream")
                        .content(ApiExamples.answers()));
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
        addRetryable(responses, HttpStatus.TOO_MANY_REQUESTS, "This key sends too much; send again after Retry-After");
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
        addRetryable(responses, HttpStatus.TOO_MANY_REQUESTS, "This key sends too much; send again after Retry-After");
        add(responses, HttpStatus.INTERNAL_SERVER_ERROR, "An error in this service; send the request again");
        addRetryable(responses, HttpStatus.SERVICE_UNAVAILABLE, "The void is not stored; send again after Retry-After");
        return responses;
    }

    private static void add(ApiResponses responses, HttpStatus status, String description) {
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

    private static Schema<?> oneOf(String... values) {
        Schema<Object> schema = new JsonSchema();
        schema.addType("string");
        schema.setEnum(List.<Object>of((Object[]) values));
        return schema;
    }
}
