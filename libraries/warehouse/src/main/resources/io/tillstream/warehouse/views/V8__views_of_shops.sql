-- Two shops' invoice 1 are two invoices; no id holds the character that parts them here. What is summed is neither cast
-- to fewer digits nor turned around line by line: the largest sums have more digits than the columns that they are of.
CREATE OR REPLACE VIEW sales_by_hour AS
SELECT date_trunc('hour', invoice_date) AS hour,
       count(DISTINCT coalesce(store_id || chr(31), '') || invoice_no) AS invoices,
       count(*) AS lines,
       sum(quantity) AS units,
       sum(CASE WHEN kind = 'SALE' THEN line_total ELSE 0 END) AS sales,
       sum(CASE WHEN kind = 'CANCELLATION' THEN line_total ELSE 0 END) AS cancellations,
       sum(CASE WHEN kind = 'ADJUSTMENT' THEN line_total ELSE 0 END) AS adjustments,
       sum(line_total) AS net
FROM sales_line
GROUP BY 1;

CREATE OR REPLACE VIEW sales_by_day AS
SELECT CAST(invoice_date AS date) AS day,
       count(DISTINCT coalesce(store_id || chr(31), '') || invoice_no) AS invoices,
       count(DISTINCT customer_id) AS customers,
       count(*) AS lines,
       sum(quantity) AS units,
       sum(CASE WHEN kind = 'SALE' THEN line_total ELSE 0 END) AS sales,
       sum(CASE WHEN kind = 'CANCELLATION' THEN line_total ELSE 0 END) AS cancellations,
       sum(CASE WHEN kind = 'ADJUSTMENT' THEN line_total ELSE 0 END) AS adjustments,
       sum(line_total) AS net
FROM sales_line
GROUP BY 1;

CREATE OR REPLACE VIEW sales_by_month AS
SELECT CAST(date_trunc('month', invoice_date) AS date) AS month,
       count(DISTINCT coalesce(store_id || chr(31), '') || invoice_no) AS invoices,
       count(DISTINCT customer_id) AS customers,
       count(*) AS lines,
       sum(quantity) AS units,
       sum(CASE WHEN kind = 'SALE' THEN line_total ELSE 0 END) AS sales,
       sum(CASE WHEN kind = 'CANCELLATION' THEN line_total ELSE 0 END) AS cancellations,
       sum(CASE WHEN kind = 'ADJUSTMENT' THEN line_total ELSE 0 END) AS adjustments,
       sum(line_total) AS net
FROM sales_line
GROUP BY 1;

CREATE OR REPLACE VIEW sales_by_country AS
SELECT country,
       count(DISTINCT coalesce(store_id || chr(31), '') || invoice_no) AS invoices,
       count(DISTINCT customer_id) AS customers,
       count(*) AS lines,
       sum(quantity) AS units,
       sum(CASE WHEN kind = 'SALE' THEN line_total ELSE 0 END) AS sales,
       sum(CASE WHEN kind = 'CANCELLATION' THEN line_total ELSE 0 END) AS cancellations,
       sum(CASE WHEN kind = 'ADJUSTMENT' THEN line_total ELSE 0 END) AS adjustments,
       sum(line_total) AS net
FROM sales_line
GROUP BY country;

CREATE OR REPLACE VIEW sales_by_product AS
SELECT sold.stock_code,
       product.description,
       sold.invoices,
       sold.lines,
       sold.units,
       sold.sales,
       sold.cancellations,
       sold.adjustments,
       sold.net
FROM (SELECT stock_code,
             count(DISTINCT coalesce(store_id || chr(31), '') || invoice_no) AS invoices,
             count(*) AS lines,
             sum(quantity) AS units,
             sum(CASE WHEN kind = 'SALE' THEN line_total ELSE 0 END) AS sales,
             sum(CASE WHEN kind = 'CANCELLATION' THEN line_total ELSE 0 END) AS cancellations,
             sum(CASE WHEN kind = 'ADJUSTMENT' THEN line_total ELSE 0 END) AS adjustments,
             sum(line_total) AS net
      FROM sales_line
      GROUP BY stock_code) sold
LEFT JOIN product ON product.stock_code = sold.stock_code;

CREATE OR REPLACE VIEW returns_by_product AS
SELECT gone.stock_code,
       product.description,
       gone.units_sold,
       gone.units_returned,
       CASE WHEN gone.units_sold > 0
            THEN CAST(gone.units_returned AS decimal(38, 4)) / gone.units_sold END AS return_rate,
       gone.value_returned
FROM (SELECT stock_code,
             sum(CASE WHEN kind = 'SALE' AND quantity > 0 THEN quantity ELSE 0 END) AS units_sold,
             -sum(CASE WHEN kind = 'CANCELLATION' THEN quantity ELSE 0 END) AS units_returned,
             -sum(CASE WHEN kind = 'CANCELLATION' THEN line_total ELSE 0 END) AS value_returned
      FROM sales_line
      GROUP BY stock_code) gone
LEFT JOIN product ON product.stock_code = gone.stock_code
WHERE gone.units_returned > 0;

DROP VIEW customer_rfm;
DROP VIEW customer;
DROP VIEW invoice;

-- An invoice of a shop as one row; where its lines disagree, the earliest date and the smallest name stand for it.
CREATE VIEW invoice AS
SELECT invoice_no,
       store_id,
       max(customer_id) AS customer_id,
       min(invoice_date) AS invoice_date,
       min(country) AS country,
       max(kind) AS kind,
       count(*) AS lines,
       sum(quantity) AS units,
       sum(line_total) AS net
FROM sales_line
GROUP BY invoice_no, store_id;

CREATE VIEW customer AS
SELECT customer_id,
       min(CASE WHEN kind = 'SALE' THEN invoice_date END) AS first_purchase,
       max(CASE WHEN kind = 'SALE' THEN invoice_date END) AS last_purchase,
       sum(CASE WHEN kind = 'SALE' THEN 1 ELSE 0 END) AS orders,
       sum(CASE WHEN kind = 'CANCELLATION' THEN 1 ELSE 0 END) AS cancelled_orders,
       sum(CASE WHEN kind = 'SALE' THEN net ELSE 0 END) AS sales,
       sum(net) AS net,
       CASE WHEN sum(CASE WHEN kind = 'SALE' THEN 1 ELSE 0 END) > 0
            THEN round(sum(CASE WHEN kind = 'SALE' THEN net ELSE 0 END)
                       / sum(CASE WHEN kind = 'SALE' THEN 1 ELSE 0 END), 4) END AS average_basket
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
