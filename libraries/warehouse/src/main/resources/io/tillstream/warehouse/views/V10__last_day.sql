-- A row that is dated in the far future, such as 9999-12-31, must not make every customer one who is long gone: days count
-- up to the last day that is not after tomorrow, which is as far ahead as the clocks of shops can be. A history that lies
-- in the future as a whole ends with its own last day.
CREATE OR REPLACE VIEW customer_rfm AS
SELECT customer_id,
       recency_days,
       orders,
       net,
       recency_score,
       frequency_score,
       monetary_score,
       recency_score * 100 + frequency_score * 10 + monetary_score AS rfm
FROM (SELECT customer_id,
             recency_days,
             orders,
             net,
             ntile(5) OVER (ORDER BY recency_days DESC, customer_id) AS recency_score,
             ntile(5) OVER (ORDER BY orders, customer_id) AS frequency_score,
             ntile(5) OVER (ORDER BY net, customer_id) AS monetary_score
      FROM (SELECT customer.customer_id,
                   CASE WHEN CAST(customer.last_purchase AS date) > latest.day THEN 0
                        ELSE latest.day - CAST(customer.last_purchase AS date) END AS recency_days,
                   customer.orders,
                   customer.net
            FROM customer
            CROSS JOIN (SELECT CAST(COALESCE(max(CASE WHEN invoice_date < CURRENT_DATE + 2 THEN invoice_date END),
                                             max(invoice_date)) AS date) AS day
                        FROM sales_line) latest
            WHERE customer.orders > 0) bought) scored;

CREATE OR REPLACE VIEW customer_churn AS
SELECT customer_id,
       last_purchase,
       purchase_days,
       days_since,
       rhythm_days,
       CASE WHEN rhythm_days > 0 THEN CAST(days_since / rhythm_days AS decimal(18, 2)) END AS overdue_ratio,
       CASE WHEN rhythm_days IS NULL THEN 'ONCE'
            WHEN days_since <= 2 * rhythm_days THEN 'ACTIVE'
            WHEN days_since <= 4 * rhythm_days THEN 'AT_RISK'
            ELSE 'LOST' END AS status
FROM (SELECT customer_id,
             max(day) AS last_purchase,
             count(*) AS purchase_days,
             CASE WHEN max(day) > max(latest_day) THEN 0 ELSE max(latest_day) - max(day) END AS days_since,
             CASE WHEN count(*) > 1
                  THEN CAST(CAST(max(day) - min(day) AS decimal(18, 4)) / (count(*) - 1) AS decimal(18, 4))
                  END AS rhythm_days
      FROM (SELECT DISTINCT customer_id, CAST(invoice_date AS date) AS day
            FROM sales_line
            WHERE customer_id IS NOT NULL AND kind = 'SALE') bought
      CROSS JOIN (SELECT CAST(COALESCE(max(CASE WHEN invoice_date < CURRENT_DATE + 2 THEN invoice_date END),
                                       max(invoice_date)) AS date) AS latest_day
                  FROM sales_line) latest
      GROUP BY customer_id) rhythms;

COMMENT ON COLUMN customer_rfm.recency_days IS 'Days from the last purchase to the last day in the warehouse that is not after tomorrow.';
COMMENT ON COLUMN customer_churn.days_since IS 'Days from the last purchase to the last day in the warehouse that is not after tomorrow.';
