package io.tillstream.ingest.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.ProblemDetail;

/** What the OpenAPI document says of {@code POST /transactions}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Operation(
        summary = "Takes rows, and answers once the stream has them",
        description = "The body is one row as an object, or up to 20,000 rows as an array.",
        requestBody =
                @RequestBody(
                        required = true,
                        content =
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(type = "object"),
                                        examples = @ExampleObject(TransactionsOperation.EXAMPLE))))
@ApiResponse(
        responseCode = "202",
        description = "Every accepted row is in the stream; rejected rows are listed with their faults",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)))
@ApiResponse(
        responseCode = "400",
        description = "Malformed",
        content =
                @Content(
                        mediaType = TransactionsOperation.PROBLEM,
                        schema = @Schema(implementation = ProblemDetail.class)))
@ApiResponse(
        responseCode = "413",
        description = "Too many rows or bytes",
        content =
                @Content(
                        mediaType = TransactionsOperation.PROBLEM,
                        schema = @Schema(implementation = ProblemDetail.class)))
@ApiResponse(
        responseCode = "415",
        description = "Not JSON",
        content =
                @Content(
                        mediaType = TransactionsOperation.PROBLEM,
                        schema = @Schema(implementation = ProblemDetail.class)))
@ApiResponse(
        responseCode = "422",
        description = "No row is valid",
        content =
                @Content(
                        mediaType = TransactionsOperation.PROBLEM,
                        schema = @Schema(implementation = ProblemDetail.class)))
@ApiResponse(
        responseCode = "503",
        description = "Stream saturated; send the same request again after Retry-After",
        content =
                @Content(
                        mediaType = TransactionsOperation.PROBLEM,
                        schema = @Schema(implementation = ProblemDetail.class)))
@interface TransactionsOperation {

    String PROBLEM = "application/problem+json";

    String EXAMPLE = """
            {"InvoiceNo": "536365", "StockCode": "85123A", "Description": "WHITE HANGING HEART T-LIGHT HOLDER",
             "Quantity": 6, "InvoiceDate": "12/1/2010 8:26", "UnitPrice": 2.55, "CustomerID": 17850,
             "Country": "United Kingdom"}
            """;
}
