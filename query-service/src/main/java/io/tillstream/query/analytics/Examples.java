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

    static final String FUNNEL = """
            [{"day": "2019-10-01", "sessions": 12345, "viewed": 11820, "carted": 3204, "purchased": 871,
              "converted": 902, "cartRate": 0.2711, "purchaseRate": 0.2718, "funnelRate": 0.0737,
              "conversionRate": 0.0731, "secondsToCart": 74.5, "secondsToPurchase": 412}]""";

    static final String FUNNEL_CSV = """
            day,sessions,viewed,carted,purchased,converted,cartRate,purchaseRate,funnelRate,conversionRate,\
            secondsToCart,secondsToPurchase
            2019-10-01,12345,11820,3204,871,902,0.2711,0.2718,0.0737,0.0731,74.5,412
            """;

    static final String CARTS = """
            [{"category": "electronics", "carts": 3340, "purchased": 902, "abandoned": 2438,
              "abandonmentRate": 0.7299, "valuePut": 812345.67, "piecesLeft": 3120, "valueLeft": 501234.50,
              "valueAbandoned": 478120.99}]""";

    static final String CATEGORIES = """
            [{"category": "electronics", "views": 25310, "carts": 4102, "removals": 811, "purchases": 1210,
              "revenue": 412345.67, "averagePrice": 340.78, "sessions": 9120, "converted": 880,
              "conversionRate": 0.0965}]""";

    static final String BRANDS = """
            [{"brand": "samsung", "views": 10230, "carts": 1801, "removals": 305, "purchases": 540,
              "revenue": 151200.00, "averagePrice": 280.00, "users": 3120, "converted": 402,
              "conversionRate": 0.1288}]""";

    static final String PRICES = """
            [{"to": 10.00, "views": 4021, "carts": 1320, "removals": 310, "purchases": 402, "revenue": 2310.40,
              "sessions": 1802, "converted": 210, "conversionRate": 0.1165},
             {"from": 10.00, "views": 30124, "carts": 5003, "removals": 921, "purchases": 1402,
              "revenue": 561235.27, "sessions": 10120, "converted": 801, "conversionRate": 0.0792}]""";

    static final String RETENTION = """
            [{"cohort": "2019-10", "month": "2019-10", "monthsSince": 0, "cohortUsers": 5120, "users": 5120,
              "retentionRate": 1.0000, "purchases": 9120, "revenue": 151200.40},
             {"cohort": "2019-10", "month": "2019-11", "monthsSince": 1, "cohortUsers": 5120, "users": 812,
              "retentionRate": 0.1586, "purchases": 1410, "revenue": 21034.10}]""";

    private Examples() {}
}
