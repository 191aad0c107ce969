package io.tillstream.ingest.http;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineContent;
import io.tillstream.model.LineId;
import io.tillstream.model.StockCode;
import io.tillstream.model.StoreId;
import io.tillstream.model.TextRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Describes in the OpenAPI document how a line is voided. */
final class VoidsDocument {

    private static final String BY_PATH = "/invoices/{invoiceNo}/lines/{stockCode}/{lineId}";
    private static final String BY_PARAMETERS = "/invoices/{invoiceNo}/lines";

    private static final String DESCRIPTION = """
            Takes a line back for good: every store leaves it out from then on, and the row stays out when it is sent or \
            loaded again; send it corrected with another LineId. Answers 202 once the stream has the void. Asks for the \
            scope admin. The line need not have reached any store, and may be void already. For ids that no path can hold, \
            stockCode and lineId are parameters.""";

    private static final String PATH = "path";
    private static final String QUERY = "query";

    private VoidsDocument() {}

    static void describe(OpenAPI api) {
        describe(api.getPaths().get(BY_PATH), PATH);
        describe(api.getPaths().get(BY_PARAMETERS), QUERY);
    }

    /** @param path absent where transactions are not run */
    private static void describe(@Nullable PathItem path, String placeOfIds) {
        if (path == null) {
            return;
        }
        Operation delete = path.getDelete();
        delete.summary("Voids a line")
                .description(DESCRIPTION)
                .parameters(List.of(
                        parameter(PATH, "invoiceNo", InvoiceNumber.RULE, "536365"),
                        parameter(placeOfIds, "stockCode", StockCode.RULE, "85123A"),
                        parameter(placeOfIds, "lineId", LineId.RULE, "till-7-0042-1"),
                        parameter(QUERY, "store", StoreId.RULE, "acme")
                                .required(false)
                                .description("The shop of the line; unless given, that of the key, or else none."),
                        parameter(QUERY, "reason", LineContent.DESCRIPTION_RULE, "typed twice")
                                .required(false)
                                .description("Why; it is kept with the void.")))
                .responses(ApiDocument.responsesToVoid());
    }

    private static Parameter parameter(String in, String name, TextRule rule, String example) {
        Schema<?> text = ApiSchemas.value("string").minLength(1).maxLength(rule.maxLength());
        if (rule.onlyNameCharacters()) {
            text.pattern("^[A-Za-z0-9_-]+$");
        }
        return new Parameter().in(in).name(name).required(true).schema(text).example(example);
    }
}
