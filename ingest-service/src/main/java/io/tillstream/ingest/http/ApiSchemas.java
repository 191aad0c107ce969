package io.tillstream.ingest.http;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The schemas of the OpenAPI document that are of no feed. */
final class ApiSchemas {

    private ApiSchemas() {}

    static Map<String, Schema<?>> all() {
        return Map.of(
                "DroppedRow", droppedRow(),
                "RowError", rowError(),
                "VoidedLine", voidedLine(),
                "Problem", problem());
    }

    static Schema<?> reference(String name) {
        return new JsonSchema().$ref("#/components/schemas/" + name);
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

    /** What is answered to rows. */
    static Schema<?> answer(String line) {
        Schema<?> answer = object("What happened to the rows.", List.of("accepted", "rejected"));
        addCounts(answer);
        answer.addProperty(
                "buffered",
                value("boolean")
                        .description("True when the rows wait in the surge buffer for the stream; else absent."));
        answer.addProperty(
                "lines", list(line).description("The accepted rows; absent above 100 rows unless asked for."));
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

    static Schema<?> object(String description, List<String> required) {
        Schema<?> object = value("object").description(description);
        object.setRequired(required);
        return object;
    }

    private static Schema<?> list(String name) {
        return value("array").items(reference(name));
    }

    static Schema<?> place() {
        return value("integer").description("The row's place in the body, counted from 0.");
    }

    static Schema<?> oneOf(List<String> values) {
        Schema<Object> schema = new JsonSchema();
        schema.addType("string");
        schema.setEnum(new ArrayList<>(values));
        return schema;
    }

    static Schema<?> value(String... types) {
        Schema<?> schema = new JsonSchema();
        for (String type : types) {
            schema.addType(type);
        }
        return schema;
    }
}
