package io.tillstream.ingest.http;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Describes in the OpenAPI document how the schemas of rows are had. */
final class SchemasDocument {

    private SchemasDocument() {}

    static void describe(OpenAPI api) {
        ApiResponses responses = new ApiResponses();
        Content schema = new Content()
                .addMediaType(SchemasController.TYPE.toString(), new MediaType().schema(ApiSchemas.value("object")));
        responses.addApiResponse(
                "200",
                new ApiResponse().description("The JSON Schema, draft 2020-12").content(schema));
        ApiDocument.add(responses, HttpStatus.NOT_FOUND, "No feed of this name; the detail says which there are");
        requireNonNull(api.getPaths().get(SchemasController.PATH))
                .getGet()
                .summary("Shows what the rows of a feed look like")
                .description("""
                        The JSON Schema of a row, for editors, generators and tests of senders. A row that keeps it may \
                        still be rejected, for what no schema can say. Asks for no key.""")
                .parameters(List.of(new Parameter()
                        .in("path")
                        .name("feed")
                        .required(true)
                        .description("A feed that the service runs.")
                        .schema(ApiSchemas.value("string"))
                        .example("transactions")))
                .responses(responses);
    }
}
