package io.tillstream.model.row;

import io.tillstream.model.row.FieldShape.JsonType;
import java.util.List;

/** The fields of a row of transactions: the data set's names, and those of Online Retail II. */
public final class TransactionFields {

    static final Field INVOICE_NO = Field.required(
                    0,
                    "InvoiceNo",
                    "send 1 to 64 letters, digits, _ or -, such as \"536365\" or \"C536379\"",
                    "Invoice")
            .shaped(FieldShape.text(64)
                    .matching("^[A-Za-z0-9_-]+$")
                    .saying("Letters, digits, _ and -. C before it makes a cancellation, A an adjustment."));
    static final Field STOCK_CODE = Field.required(1, "StockCode", "send 1 to 64 characters, such as \"85123A\"")
            .shaped(FieldShape.text(64));
    static final Field DESCRIPTION = Field.optional(
                    2, "Description", "send up to 1000 characters of text, or leave it out")
            .shaped(FieldShape.text(1_000));
    static final Field QUANTITY = Field.required(3, "Quantity", "send a whole number, such as 6, or -6 for a return")
            .shaped(FieldShape.of(JsonType.INTEGER, JsonType.STRING)
                    .saying("A whole number of 64 bits; negative for returns."));
    static final Field INVOICE_DATE = Field.required(4, "InvoiceDate", DateOrder.MONTH_FIRST.expectation())
            .shaped(FieldShape.of(JsonType.STRING)
                    .saying("Month/day/year hour:minute[:second], or year-month-day hour:minute[:second];"
                            + " the shop's local time. An offset is checked and dropped."));
    static final Field UNIT_PRICE = Field.required(
                    5,
                    "UnitPrice",
                    "send a number with up to 14 digits before the point and 4 after it, such as 2.55",
                    "Price")
            .shaped(FieldShape.of(JsonType.NUMBER, JsonType.STRING)
                    .saying("Exact, below 10^14, with at most 4 decimals."));
    static final Field CUSTOMER_ID = Field.optional(
                    6, "CustomerID", "send up to 64 characters, such as 17850, or leave it out", "Customer ID")
            .shaped(FieldShape.of(JsonType.STRING, JsonType.NUMBER).upTo(64).saying("Absent for a guest."));
    static final Field COUNTRY = Field.required(7, "Country", "send 1 to 64 characters, such as \"United Kingdom\"")
            .shaped(FieldShape.of(JsonType.STRING).upTo(64));
    static final Field LINE_ID = Field.optional(8, "LineId", "send up to 64 characters, or leave it out")
            .shaped(FieldShape.text(64)
                    .saying("The sender's own identity of the line; sent again, it changes nothing."));
    static final Field STORE_ID = Field.optional(9, "StoreId", "send up to 64 characters, or leave it out")
            .shaped(FieldShape.text(64));

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
            "A line of an invoice. Names count in any case; Invoice, Price and Customer ID are understood too. "
                    + RowFields.UNKNOWN_IS_A_FAULT
                    + " A text that only says that there is no value (NA, NULL,"
                    + " nan, \\N, - and the like) counts as none.",
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country");

    private TransactionFields() {}
}
