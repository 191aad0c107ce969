-- An invoice as one row; where its lines disagree, the earliest date and the smallest name stand for it.
CREATE VIEW invoice AS
SELECT invoice_no,
       max(customer_id) AS customer_id,
       min(invoice_date) AS invoice_date,
       min(country) AS country,
       max(kind) AS kind,
       count(*) AS lines,
       sum(quantity) AS units,
       sum(line_total) AS net
FROM sales_line
GROUP BY invoice_no;

CREATE VIEW customer AS
SELECT customer_id,
       min(CASE WHEN kind = 'SALE' THEN invoice_date END) AS first_purchase,
       max(CASE WHEN kind = 'SALE' THEN invoice_date END) AS last_purchase,
       sum(CASE WHEN kind = 'SALE' THEN 1 ELSE 0 END) AS orders,
       sum(CASE WHEN kind = 'CANCELLATION' THEN 1 ELSE 0 END) AS cancelled_orders,
       sum(CASE WHEN kind = 'SALE' THEN net ELSE 0 END) AS sales,
       sum(net) AS net,
       CASE WHEN sum(CASE WHEN kind = 'SALE' THEN 1 ELSE 0 END) > 0
            THEN CAST(sum(CASE WHEN kind = 'SALE' THEN net ELSE 0 END)
                      / sum(CASE WHEN kind = 'SALE' THEN 1 ELSE 0 END) AS decimal(38, 4)) END AS average_basket
FROM invoice
WHERE customer_id IS NOT NULL
GROUP BY customer_id;

-- Days count up to the last day in the warehouse, so that a history scores as it would have on its last day.
CREATE VIEW customer_rfm AS
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
                   CAST(latest.day AS date) - CAST(customer.last_purchase AS date) AS recency_days,
                   customer.orders,
                   customer.net
            FROM customer
            CROSS JOIN (SELECT max(invoice_date) AS day FROM sales_line) latest
            WHERE customer.orders > 0) bought) scored;

-- A customer's own rhythm is the mean gap between days on which he bought.
CREATE VIEW customer_churn AS
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
             max(latest_day) - max(day) AS days_since,
             CASE WHEN count(*) > 1
                  THEN CAST(CAST(max(day) - min(day) AS decimal(18, 4)) / (count(*) - 1) AS decimal(18, 4))
                  END AS rhythm_days
      FROM (SELECT DISTINCT customer_id, CAST(invoice_date AS date) AS day
            FROM sales_line
            WHERE customer_id IS NOT NULL AND kind = 'SALE') bought
      CROSS JOIN (SELECT CAST(max(invoice_date) AS date) AS latest_day FROM sales_line) latest
      GROUP BY customer_id) rhythms;
