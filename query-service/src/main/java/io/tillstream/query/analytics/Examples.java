package io.tillstream.query.analytics;

/** Example answers for the OpenAPI document. */
final class Examples {

    static final String KPIS = """
            {"from": "2010-12-01", "to": "2010-12-31", "firstSale": "2010-12-01T08:26:00",
             "lastSale": "2010-12-23T17:41:00", "lines": 42481, "invoices": 2025, "customers": 948, "products": 2822,
             "countries": 24, "quantity": 342228, "revenue": 748957.02, "sales": 823746.14, "cancellations": -74789.12,
             "adjustments": 0.00, "averageInvoice": 484.84, "cancellationRate": 0.1610,
             "loadedAt": "2026-03-01T12:00:00Z"}""";

    static final String SALES = """
            [{"month": "2010-12", "lines": 42481, "invoices": 2025, "customers": 948, "quantity": 342228,
              "revenue": 748957.02, "sales": 823746.14, "cancellations": -74789.12, "adjustments": 0.00}]""";

    static final String SALES_CSV = """
            month,lines,invoices,customers,quantity,revenue,sales,cancellations,adjustments
            2010-12,42481,2025,948,342228,748957.02,823746.14,-74789.12,0.00
            """;

    static final String PRODUCTS = """
            [{"stockCode": "22423", "description": "REGENCY CAKESTAND 3 TIER", "lines": 192, "invoices": 187,
              "customers": 126, "quantity": 2002, "revenue": 26897.36, "sales": 27869.96, "cancellations": -972.60,
              "adjustments": 0.00}]""";

    static final String RFM = """
            [{"customerId": "14646", "recency": 5, "frequency": 5, "monetary": 5, "score": "555",
              "segment": "champions", "lastPurchase": "2011-12-08", "daysSince": 1, "invoices": 74,
              "net": 279489.02}]""";

    static final String SEGMENTS = """
            [{"segment": "champions", "customers": 1121, "revenue": 5688543.091}]""";

    static final String CHURN = """
            [{"customerId": "16422", "lastPurchase": "2011-11-22", "daysSince": 17, "rhythmDays": 7.49,
              "overdue": 2.27, "risk": "at risk", "net": 33805.69}]""";

    private Examples() {}
}
