package io.tillstream.attack;

/** A line that was sent: what identifies it, and as much of what it says as tells its versions apart. */
record ShopLine(Key key, long quantity) {

    /** Of two shops, the same numbers. */
    record Key(String shop, String invoiceNo, String stockCode, String lineId) {}

    String json() {
        return """
                {"InvoiceNo":"%s","StockCode":"%s","LineId":"%s","StoreId":"%s","Quantity":%d,\
                "InvoiceDate":"2010-12-01 08:26:00","UnitPrice":"1.25","CustomerID":"%s","Country":"France"}""".formatted(
                        key.invoiceNo(), key.stockCode(), key.lineId(), key.shop(), quantity, "c" + key.invoiceNo());
    }
}
