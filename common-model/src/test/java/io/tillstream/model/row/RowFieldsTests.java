package io.tillstream.model.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RowFieldsTests {

    @ParameterizedTest
    @ValueSource(strings = {"CustomerID", "customerId", "CUSTOMERID", " Customer ID\t", "\uFEFFcustomer id"})
    void knowsAFieldByAllItsSpellings(String name) {
        assertThat(TransactionFields.ALL.named(name)).isSameAs(TransactionFields.CUSTOMER_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Customer", "customer_id", "InvoiceNo,StockCode"})
    void knowsNoOtherNames(String name) {
        assertThat(TransactionFields.ALL.named(name)).isNull();
        assertThat(TransactionFields.ALL.isHeader(List.of(name))).isFalse();
        assertThat(TransactionFields.ALL.isHeader(List.of(name, "price"))).isTrue();
    }

    @Test
    void listsTheDataSetsNamesInTheirOrder() {
        assertThat(TransactionFields.ALL.labels())
                .containsExactly(
                        "InvoiceNo",
                        "StockCode",
                        "Description",
                        "Quantity",
                        "InvoiceDate",
                        "UnitPrice",
                        "CustomerID",
                        "Country",
                        "LineId",
                        "StoreId");
        assertThat(TransactionFields.ALL.labels())
                .startsWith(TransactionFields.ALL.usualHeader().split(","));
    }

    @Test
    void refusesAFieldOutOfItsPlace() {
        Field first = Field.required(0, "Sku", "send a text");
        Field third = Field.optional(2, "Reason", "send a text");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RowFields(List.of(first, third), "A row.", "Sku"))
                .withMessageContaining("Reason");
    }
}
