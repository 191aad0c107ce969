CREATE VIEW sales_by_hour AS
SELECT date_trunc('hour', invoice_date) AS hour,
       count(DISTINCT invoice_no) AS invoices,
       count(*) AS lines,
       sum(quantity) AS units,
       sum(CASE WHEN kind = 'SALE' THEN line_total ELSE 0 END) AS sales,
       sum(CASE WHEN kind = 'CANCELLATION' THEN line_total ELSE 0 END) AS cancellations,
       sum(CASE WHEN kind = 'ADJUSTMENT' THEN line_total ELSE 0 END) AS adjustments,
       sum(line_total) AS net
FROM sales_line
GROUP BY 1;

CREATE VIEW sales_by_day AS
SELECT CAST(invoice_date AS date) AS day,
       count(DISTINCT invoice_no) AS invoices,
       count(DISTINCT customer_id) AS customers,
       count(*) AS lines,
       sum(quantity) AS units,
       sum(CASE WHEN kind = 'SALE' THEN line_total ELSE 0 END) AS sales,
       sum(CASE WHEN kind = 'CANCELLATION' THEN line_total ELSE 0 END) AS cancellations,
       sum(CASE WHEN kind = 'ADJUSTMENT' THEN line_total ELSE 0 END) AS adjustments,
       sum(line_total) AS net
FROM sales_line
GROUP BY 1;

CREATE VIEW sales_by_month AS
SELECT CAST(date_trunc('month', invoice_date) AS date) AS month,
       count(DISTINCT invoice_no) AS invoices,
       count(DISTINCT customer_id) AS customers,
       count(*) AS lines,
       sum(quantity) AS units,
       sum(CASE WHEN kind = 'SALE' THEN line_total ELSE 0 END) AS sales,
       sum(CASE WHEN kind = 'CANCELLATION' THEN line_total ELSE 0 END) AS cancellations,
       sum(CASE WHEN kind = 'ADJUSTMENT' THEN line_total ELSE 0 END) AS adjustments,
       sum(line_total) AS net
FROM sales_line
GROUP BY 1;

CREATE VIEW sales_by_country AS
SELECT country,
       count(DISTINCT invoice_no) AS invoices,
       count(DISTINCT customer_id) AS customers,
       count(*) AS lines,
       sum(quantity) AS units,
       sum(CASE WHEN kind = 'SALE' THEN line_total ELSE 0 END) AS sales,
       sum(CASE WHEN kind = 'CANCELLATION' THEN line_total ELSE 0 END) AS cancellations,
       sum(CASE WHEN kind = 'ADJUSTMENT' THEN line_total ELSE 0 END) AS adjustments,
       sum(line_total) AS net
FROM sales_line
GROUP BY country;

-- A product bears many descriptions; the one that stands on most of its lines names it.
CREATE VIEW product AS
SELECT stock_code, description
FROM (SELECT stock_code,
             description,
             row_number() OVER (PARTITION BY stock_code ORDER BY lines DESC, description) AS place
      FROM (SELECT stock_code, description, count(*) AS lines
            FROM sales_line
            GROUP BY stock_code, description) named
      WHERE description IS NOT NULL) ranked
WHERE place = 1;

CREATE VIEW sales_by_product AS
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
             count(DISTINCT invoice_no) AS invoices,
             count(*) AS lines,
             sum(quantity) AS units,
             sum(CASE WHEN kind = 'SALE' THEN line_total ELSE 0 END) AS sales,
             sum(CASE WHEN kind = 'CANCELLATION' THEN line_total ELSE 0 END) AS cancellations,
             sum(CASE WHEN kind = 'ADJUSTMENT' THEN line_total ELSE 0 END) AS adjustments,
             sum(line_total) AS net
      FROM sales_line
      GROUP BY stock_code) sold
LEFT JOIN product ON product.stock_code = sold.stock_code;

CREATE VIEW returns_by_product AS
SELECT gone.stock_code,
       product.description,
       gone.units_sold,
       gone.units_returned,
       CASE WHEN gone.units_sold > 0
            THEN CAST(gone.units_returned AS decimal(38, 4)) / gone.units_sold END AS return_rate,
       gone.value_returned
FROM (SELECT stock_code,
             sum(CASE WHEN kind = 'SALE' AND quantity > 0 THEN quantity ELSE 0 END) AS units_sold,
             sum(CASE WHEN kind = 'CANCELLATION' THEN -quantity ELSE 0 END) AS units_returned,
             sum(CASE WHEN kind = 'CANCELLATION' THEN -line_total ELSE 0 END) AS value_returned
      FROM sales_line
      GROUP BY stock_code) gone
LEFT JOIN product ON product.stock_code = gone.stock_code
WHERE gone.units_returned > 0;
