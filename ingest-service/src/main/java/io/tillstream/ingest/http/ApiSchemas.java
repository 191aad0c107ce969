package io.tillstream.ingest.http;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;

/** The schemas of the OpenAPI document. */
final class ApiSchemas {

    private static final String DATE = "Month/day/year hour:minute[:second], or year-month-day hour:minute[:second];"
            + " the shop's local time. An offset is checked and dropped.";

    private ApiSchemas() {}

    static Map<String, Schema<?>> all() {
        return Map.of(
                "Row", row(),
                "Answer", answer(),
                "Line", line(),
                "DroppedRow", droppedRow(),
                "RowError", rowError(),
                "VoidedLine", voidedLine(),
                "Problem", problem());
    }

    static Schema<?> reference(String name) {
        return new JsonSchema().$ref("#/components/schemas/" + name);
    }

    private static Schema<?> row() {
        Schema<?> row = object(
                "A line of an invoice. Names may be in any case; Invoice, Price and Customer ID are understood too. An"
                        + " unknown name is an error of the row. A text that only says that there is no value (NA, NULL,"
                        + " nan, \\N, - and the like) counts as none.",
                List.of("InvoiceNo", "StockCode", "Quantity", "InvoiceDate", "UnitPrice", "Country"));
        row.addProperty(
                "InvoiceNo",
                value("string", "integer")
                        .description("Letters, digits, _ and -. The prefix C makes it a cancellation, A an adjustment.")
                        .minLength(1)
                        .maxLength(64)
                        .pattern("^[A-Za-z0-9_-]+$"));
        row.addProperty("StockCode", value("string", "integer").minLength(1).maxLength(64));
        row.addProperty("Description", value("string", "integer", "null").maxLength(1_000));
        row.addProperty(
                "Quantity", value("integer", "string").description("A whole number of 64 bits; negative for returns."));
        row.addProperty("InvoiceDate", value("string").description(DATE));
        row.addProperty(
                "UnitPrice", value("number", "string").description("Exact, below 10^14, with at most 4 decimals."));
        row.addProperty(
                "CustomerID",
                value("string", "number", "null")
                        .description("Absent for a guest.")
                        .maxLength(64));
        row.addProperty("Country", value("string").minLength(1).maxLength(64));
        row.addProperty(
                "LineId",
                value("string", "integer", "null")
                        .description("The sender's own identity of the line; sent again, it changes nothing.")
                        .maxLength(64));
        row.addProperty("StoreId", value("string", "integer", "null").maxLength(64));
        row.setAdditionalProperties(false);
        return row;
    }

    private static Schema<?> voidedLine() {
        Schema<?> line = object("The line that is void now.", List.of("invoiceNo", "stockCode", "lineId"));
        for (String id : List.of("invoiceNo", "stockCode", "lineId", "storeId")) {
            line.addProperty(id, value("string"));
        }
        line.addProperty(
                "buffered",
                value("boolean")
                        .description("True when the void waits in the surge buffer for the stream; else absent."));
        return line;
    }

    private static Schema<?> answer() {
        Schema<?> answer = object("What happened to the rows.", List.of("accepted", "rejected"));
        addCounts(answer);
        answer.addProperty(
                "buffered",
                value("boolean")
                        .description("True when the rows wait in the surge buffer for the stream; else absent."));
        answer.addProperty(
                "lines", list("Line").description("The accepted rows; absent above 100 rows unless asked for."));
        answer.addProperty(
                "dropped",
                value("integer").description("How many rows the service's rules dropped; absent when there is none."));
        answer.addProperty(
                "droppedRows", list("DroppedRow").description("Those rows; absent above 100 rows unless asked for."));
        return answer;
    }

    private static Schema<?> droppedRow() {
        Schema<?> dropped = object("A valid row that a rule of the service dropped.", List.of("row", "rule"));
        dropped.addProperty("row", place());
        dropped.addProperty("rule", value("string").description("The rule's name."));
        return dropped;
    }

    private static Schema<?> line() {
        Schema<?> line = object("An accepted row.", List.of("row", "invoiceNo", "lineId"));
        line.addProperty("row", place());
        line.addProperty("invoiceNo", value("string"));
        line.addProperty("lineId", value("string"));
        return line;
    }

    private static Schema<?> rowError() {
        Schema<?> error = object("A fault of a rejected row.", List.of("row", "field", "code", "message"));
        error.addProperty("row", place());
        error.addProperty("field", value("string").description("Empty when the row as a whole is wrong."));
        error.addProperty("code", value("string").description("Stable; programs may rely on it."));
        error.addProperty(
                "message", value("string").description("What is wrong and what to send; for people to read."));
        return error;
    }

    private static Schema<?> problem() {
        Schema<?> problem = object("Why a request failed (RFC 9457).", List.of("type", "title", "status"));
        problem.addProperty("type", value("string").format("uri").description("Stable; programs may rely on it."));
        problem.addProperty("title", value("string"));
        problem.addProperty("status", value("integer"));
        problem.addProperty("detail", value("string").description("For people to read."));
        problem.addProperty("instance", value("string").format("uri-reference"));
        problem.addProperty("line", value("integer").description("Where the body is malformed, counted from 1."));
        problem.addProperty("column", value("integer").description("Where the body is malformed, counted from 1."));
        addCounts(problem);
        return problem;
    }

    private static void addCounts(Schema<?> schema) {
        schema.addProperty("accepted", value("integer").description("How many rows are stored."));
        schema.addProperty(
                "rejected", value("integer").description("How many rows are not stored, because of their faults."));
        schema.addProperty(
                "errors",
                list("RowError").description("The first ten faults of each rejected row; absent when there is none."));
    }

    private static Schema<?> object(String description, List<String> required) {
        Schema<?> object = value("object").description(description);
        object.setRequired(required);
        return object;
    }

    private static Schema<?> list(String name) {
        return value("array").items(reference(name));
    }

    private static Schema<?> place() {
        return value("integer").description("The row's place in the body, counted from 0.");
    }

    static Schema<?> value(String... types) {
        Schema<?> schema = new JsonSchema();
        for (String type : types) {
            schema.addType(type);
        }
        return schema;
    }
}
