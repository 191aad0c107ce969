package io.tillstream.model.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineContent;
import io.tillstream.model.LineId;
import io.tillstream.model.Lines;
import io.tillstream.model.StockCode;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Lines of transactions, read by the columns of their table alone. */
final class LineValuesTests {

    private static final LineTable TABLE = TransactionColumns.TABLE;
    private static final LineParser BY_COLUMNS = LineParser.of(TABLE, LineValuesTests::line);

    @Property(tries = 500)
    void readsColumnsOfEveryKindInBothForms(@ForAll("lines") TransactionLine line) {
        for (LineForm form : List.of(TransactionColumns.WIRE, TransactionColumns.WAREHOUSE)) {
            byte[] bytes = form.encode(line);
            assertThat(BY_COLUMNS.parse(bytes, 0, bytes.length)).isEqualTo(new Decoded.Line(line));
        }
    }

    @Test
    void saysWhichColumnIsAtFault() {
        String json = new String(TransactionColumns.WAREHOUSE.encode(Lines.line(Lines.heartHolder())), UTF_8);
        assertThat(parsed(json.replace("\"quantity\":6,", ""))).isEqualTo(undecodable("quantity is missing"));
        assertThat(parsed(json.replace("\"quantity\":6", "\"quantity\":\"6\"")))
                .isEqualTo(undecodable("quantity is not a number"));
        assertThat(parsed(json.replace("2010-12-01 08:26:00", "yesterday")))
                .isEqualTo(undecodable("a malformed date or time"));
    }

    @Test
    void failsForAColumnThatTheTableHasNot() {
        byte[] bytes = TransactionColumns.WIRE.encode(Lines.line(Lines.heartHolder()));
        LineParser wrong = LineParser.of(TABLE, values -> {
            throw new AssertionError(values.text("sku"));
        });
        assertThatThrownBy(() -> wrong.parse(bytes, 0, bytes.length))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no column sku");
    }

    @Provide
    Arbitrary<TransactionLine> lines() {
        return Lines.lines().filter(line -> !line.isVoid());
    }

    private static Decoded parsed(String json) {
        byte[] bytes = json.getBytes(UTF_8);
        return BY_COLUMNS.parse(bytes, 0, bytes.length);
    }

    private static Decoded undecodable(String reason) {
        return new Decoded.Undecodable(reason);
    }

    private static TransactionLine line(LineValues values) {
        String customerId = values.optionalText("customer_id");
        String storeId = values.optionalText("store_id");
        LineContent content = new LineContent(
                new InvoiceNumber(values.text("invoice_no")),
                new StockCode(values.text("stock_code")),
                values.optionalText("description"),
                values.whole("quantity"),
                values.localTime("invoice_date"),
                values.decimal("unit_price"),
                customerId == null ? null : new CustomerId(customerId),
                values.text("country"),
                storeId == null ? null : new StoreId(storeId));
        return new TransactionLine(
                content, new LineId(values.text("line_id")), values.receivedAt(), values.attributes());
    }
}
