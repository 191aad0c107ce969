package io.tillstream.model.row;

import java.util.List;

/** The fields of a row of transactions: the data set's names, and those of Online Retail II. */
public final class TransactionFields {

    static final Field INVOICE_NO = Field.required(
            0, "InvoiceNo", "send 1 to 64 letters, digits, _ or -, such as \"536365\" or \"C536379\"", "Invoice");
    static final Field STOCK_CODE = Field.required(1, "StockCode", "send 1 to 64 characters, such as \"85123A\"");
    static final Field DESCRIPTION =
            Field.optional(2, "Description", "send up to 1000 characters of text, or leave it out");
    static final Field QUANTITY = Field.required(3, "Quantity", "send a whole number, such as 6, or -6 for a return");
    static final Field INVOICE_DATE = Field.required(4, "InvoiceDate", DateOrder.MONTH_FIRST.expectation());
    static final Field UNIT_PRICE = Field.required(
            5,
            "UnitPrice",
            "send a number with up to 14 digits before the point and 4 after it, such as 2.55",
            "Price");
    static final Field CUSTOMER_ID =
            Field.optional(6, "CustomerID", "send up to 64 characters, such as 17850, or leave it out", "Customer ID");
    static final Field COUNTRY = Field.required(7, "Country", "send 1 to 64 characters, such as \"United Kingdom\"");
    static final Field LINE_ID = Field.optional(8, "LineId", "send up to 64 characters, or leave it out");
    static final Field STORE_ID = Field.optional(9, "StoreId", "send up to 64 characters, or leave it out");

    /** All of them. */
    public static final RowFields ALL = new RowFields(
            List.of(
                    INVOICE_NO,
                    STOCK_CODE,
                    DESCRIPTION,
                    QUANTITY,
                    INVOICE_DATE,
                    UNIT_PRICE,
                    CUSTOMER_ID,
                    COUNTRY,
                    LINE_ID,
                    STORE_ID),
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country");

    private TransactionFields() {}
}
