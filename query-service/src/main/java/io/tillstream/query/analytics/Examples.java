package io.tillstream.query.analytics;

/** Answers that the document shows. */
final class Examples {

    static final String CSV = "text/csv";

    static final String KPIS = """
            {"from": "2010-12-01", "to": "2010-12-31", "firstSale": "2010-12-01T08:26:00",
             "lastSale": "2010-12-23T16:06:00", "lines": 42481, "invoices": 2025, "customers": 948, "products": 2812,
             "countries": 26, "quantity": 342228, "revenue": 748957.02, "sales": 823746.14, "cancellations": -74789.12,
             "adjustments": 0.00, "averageInvoice": 484.27, "cancellationRate": 0.1600,
             "loadedAt": "2026-03-01T12:00:00Z"}""";

    static final String SALES = """
            [{"month": "2010-12", "lines": 42481, "invoices": 2025, "customers": 948, "quantity": 342228,
              "revenue": 748957.02, "sales": 823746.14, "cancellations": -74789.12, "adjustments": 0.00}]""";

    static final String SALES_CSV = """
            month,lines,invoices,customers,quantity,revenue,sales,cancellations,adjustments
            2010-12,42481,2025,948,342228,748957.02,823746.14,-74789.12,0.00
            """;

    static final String PRODUCTS = """
            [{"stockCode": "85123A", "description": "WHITE HANGING HEART T-LIGHT HOLDER", "lines": 2313,
              "invoices": 2246, "customers": 858, "quantity": 38830, "revenue": 97894.50, "sales": 99668.47,
              "cancellations": -1773.97, "adjustments": 0.00}]""";

    static final String RFM = """
            [{"customerId": "14646", "recency": 5, "frequency": 5, "monetary": 5, "score": "555",
              "segment": "champions", "lastPurchase": "2011-12-08", "daysSince": 1, "invoices": 74,
              "net": 279489.02}]""";

    static final String SEGMENTS = """
            [{"segment": "champions", "customers": 1141, "revenue": 5512345.67}]""";

    static final String CHURN = """
            [{"customerId": "12409", "lastPurchase": "2011-08-23", "daysSince": 108, "rhythmDays": 42.50,
              "overdue": 2.54, "risk": "at risk", "net": 11056.93}]""";

    private Examples() {}
}
