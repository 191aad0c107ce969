package io.tillstream.model.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LineTableTests {

    private static final LineTable SALES = TransactionColumns.TABLE;

    @Test
    void namesTheColumnsOfTransactionsInBothForms() {
        assertThat(SALES.columns().stream().map(LineColumn::name))
                .containsExactly(
                        "invoice_no",
                        "stock_code",
                        "line_id",
                        "description",
                        "quantity",
                        "invoice_date",
                        "unit_price",
                        "line_total",
                        "customer_id",
                        "country",
                        "kind",
                        "store_id");
        assertThat(SALES.column("invoice_no").wireName()).isEqualTo("invoiceNo");
        assertThat(SALES.column("kind").wireName()).isEqualTo("kind");
    }

    @Test
    void tellsWhatEveryLineHas() {
        assertThat(SALES.columns().stream()
                        .filter(column -> !column.isRequired())
                        .map(LineColumn::name))
                .containsExactly("description", "customer_id", "store_id");
    }

    @Test
    void refusesAColumnThatItHasNot() {
        List<LineColumn> columns = List.of(SALES.column("line_id"), SALES.column("invoice_date"));
        for (List<String> wrong : List.of(List.of("line_id", "sku"), List.of("invoice_no"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new LineTable("t", columns, wrong, List.of(), "invoice_date", null));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new LineTable("t", columns, List.of("line_id"), wrong, "invoice_date", null));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LineTable("t", columns, List.of("line_id"), List.of(), "moment", null));
        assertThatIllegalArgumentException().isThrownBy(() -> SALES.column("invoiceNo"));
    }
}
