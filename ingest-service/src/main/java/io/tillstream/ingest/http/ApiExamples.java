package io.tillstream.ingest.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of transactions that the OpenAPI document shows, and what is answered. */
final class ApiExamples {

    private static final String SALE = """
            {"InvoiceNo": "536365", "StockCode": "85123A", "Description": "WHITE HANGING HEART T-LIGHT HOLDER", \
            "Quantity": 6, "InvoiceDate": "12/1/2010 8:26", "UnitPrice": 2.55, "CustomerID": 17850, \
            "Country": "United Kingdom"}""";
    private static final String RETURN = """
            {"InvoiceNo": "C536379", "StockCode": "D", "Description": "Discount", "Quantity": -1, \
            "InvoiceDate": "2010-12-01T09:41:00", "UnitPrice": 27.50, "CustomerID": "14527", \
            "Country": "United Kingdom", "LineId": "till-7-0042-1", "StoreId": "bristol"}""";
    private static final String CSV = """
            InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
            536365,85123A,WHITE HANGING HEART T-LIGHT HOLDER,6,12/1/2010 8:26,2.55,17850,United Kingdom
            536414,22139,"RETROSPOT TEA SET ""CERAMIC"", 11 PC",56,12/1/2010 11:52,0.0,,United Kingdom
            """;
    private static final String STORED = """
            {"accepted": 1, "rejected": 0, "lines": [{"row": 0, "invoiceNo": "536365",
             "lineId": "5d41402abc4b2a76b9719d911017c592"}]}
            """;
    private static final String PARTLY_STORED = """
            {"accepted": 1, "rejected": 1,
             "lines": [{"row": 0, "invoiceNo": "536365", "lineId": "5d41402abc4b2a76b9719d911017c592"}],
             "errors": [{"row": 1, "field": "Quantity", "code": "not_a_whole_number",
              "message": "\\"six\\" is not a whole number; send a whole number, such as 6, or -6 for a return"}]}
            """;

    private static final String PARTLY_DROPPED = """
            {"accepted": 1, "rejected": 0, "dropped": 1,
             "lines": [{"row": 0, "invoiceNo": "536365", "lineId": "5d41402abc4b2a76b9719d911017c592"}],
             "droppedRows": [{"row": 1, "rule": "test-tills"}]}
            """;

    private ApiExamples() {}

    /** Adds rows to every form of a body. */
    static void addRows(Content bodies) {
        media(bodies, BodyFormats.JSON)
                .addExamples("one row", json(SALE))
                .addExamples("several rows", json("[" + SALE + ", " + RETURN + "]"));
        for (String type : List.of(BodyFormats.X_NDJSON, BodyFormats.NDJSON, BodyFormats.JSON_LINES)) {
            media(bodies, type).addExamples("rows", new Example().value(SALE + "\n" + RETURN + "\n"));
        }
        media(bodies, BodyFormats.CSV).addExamples("rows", new Example().value(CSV));
    }

    /** Adds what is answered to rows. */
    static void addAnswers(Content answers) {
        media(answers, BodyFormats.JSON)
                .addExamples("all stored", json(STORED))
                .addExamples("partly stored", json(PARTLY_STORED))
                .addExamples("partly dropped by a rule", json(PARTLY_DROPPED));
    }

    static Example problem(ProblemType type) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", type.uri().toString());
        problem.put("title", type.title());
        problem.put("status", type.status().value());
        problem.put("detail", "What is wrong with this request, and what to send instead.");
        switch (type) {
            case MALFORMED_BODY -> problem.putAll(Map.of("line", 3, "column", 17));
            case NO_VALID_ROW -> problem.putAll(asMap(PARTLY_STORED.replace("\"accepted\": 1", "\"accepted\": 0")));
            default -> {}
        }
        problem.remove("lines");
        return new Example().value(problem);
    }

    private static MediaType media(Content content, String type) {
        return requireNonNull(content.get(type));
    }

    private static Example json(String text) {
        return new Example().value(parse(text, Object.class));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(String text) {
        return parse(text, Map.class);
    }

    private static <T> T parse(String text, Class<T> type) {
        try {
            return Json31.mapper().readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An example of the API is not JSON", e);
        }
    }
}
