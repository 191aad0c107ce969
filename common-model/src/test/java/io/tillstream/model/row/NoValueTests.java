package io.tillstream.model.row;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.CustomerId;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.identity.LineIdentity;
import io.tillstream.model.identity.TransactionHashing;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoValueTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NA",
                "N/A",
                "n/a",
                "#N/A",
                "#NA",
                "<NA>",
                "NaN",
                "nan",
                "NULL",
                "null",
                "Null",
                "(null)",
                "[NULL]",
                "None",
                "none",
                "nil",
                "\\N",
                "-",
                " NA ",
                "\u00A0nan\t"
            })
    void leavesOptionalFieldsAbsent(String spelling) {
        Rows row = Rows.first();
        for (String field : new String[] {"Description", "CustomerID", "LineId", "StoreId"}) {
            row.with(field, spelling);
        }
        Rows empty = Rows.first().without("Description").without("CustomerID");
        assertThat(accepted(row)).isEqualTo(accepted(empty));
    }

    @ParameterizedTest
    @ValueSource(strings = {"InvoiceNo", "StockCode", "Quantity", "InvoiceDate", "UnitPrice", "Country"})
    void countsAsMissingWhereAValueIsNeeded(String field) {
        RowResult result = validated(Rows.first().with(field, "NA"));
        assertThat(result)
                .isInstanceOfSatisfying(
                        RowResult.Rejection.class,
                        rejection -> assertThat(rejection.errors())
                                .singleElement()
                                .satisfies(error -> {
                                    assertThat(error.field()).isEqualTo(field);
                                    assertThat(error.code()).isEqualTo(FieldError.MISSING);
                                    assertThat(error.message())
                                            .startsWith(field + " is missing: \"NA\" stands for no value; ");
                                }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?", "??", "missing", "NANCY", "NULLS", "N", "--", "0", "NONE LEFT", "TIN-", "n\\a", "\\\\N"})
    void keepsWhatAPersonMayHaveMeant(String text) {
        assertThat(accepted(Rows.first().with("Description", text)).description())
                .contains(text);
    }

    @Test
    void keepsACustomerWhoseIdBeginsTheSame() {
        assertThat(accepted(Rows.first().with("CustomerID", "NA-17850")).customerId())
                .contains(new CustomerId("NA-17850"));
    }

    private static TransactionLine accepted(Rows row) {
        return (TransactionLine) ((RowResult.Accepted) validated(row)).line();
    }

    private static RowResult validated(Rows row) {
        return new TransactionValidator(RowSettings.USUAL)
                .validate(row.row(), 0, LineIdentity.ofContent(TransactionHashing.INSTANCE), Instant.EPOCH);
    }
}
