-- Average sales: by hour of the day, by day of the week, by day, by month, by year.
SELECT extract(hour FROM hour) AS hour_of_day, avg(sales) AS average_sales, avg(invoices) AS average_invoices
FROM sales_by_hour GROUP BY 1 ORDER BY 1;

SELECT extract(dow FROM day) AS day_of_week, avg(sales) AS average_sales
FROM sales_by_day GROUP BY 1 ORDER BY 1;

SELECT avg(sales) AS average_day FROM sales_by_day;

SELECT avg(sales) AS average_month FROM sales_by_month;

SELECT extract(year FROM month) AS year, sum(sales) AS sales, sum(net) AS net
FROM sales_by_month GROUP BY 1 ORDER BY 1;

-- The best-selling article of each month, by units. For an hour, a day or a year put that in the place of month.
SELECT month, stock_code, units
FROM (SELECT date_trunc('month', invoice_date) AS month,
             stock_code,
             sum(quantity) AS units,
             rank() OVER (PARTITION BY date_trunc('month', invoice_date) ORDER BY sum(quantity) DESC) AS place
      FROM sales_line
      WHERE kind = 'SALE'
      GROUP BY 1, 2) ranked
WHERE place = 1
ORDER BY month;

-- The most valuable article of each month, by sales.
SELECT month, stock_code, sales
FROM (SELECT date_trunc('month', invoice_date) AS month,
             stock_code,
             sum(line_total) AS sales,
             rank() OVER (PARTITION BY date_trunc('month', invoice_date) ORDER BY sum(line_total) DESC) AS place
      FROM sales_line
      WHERE kind = 'SALE'
      GROUP BY 1, 2) ranked
WHERE place = 1
ORDER BY month;

-- The ten articles that were sold most, and the ten that brought most.
SELECT stock_code, description, units FROM sales_by_product ORDER BY units DESC LIMIT 10;

SELECT stock_code, description, net FROM sales_by_product ORDER BY net DESC LIMIT 10;

-- The best customers, and the good ones who are about to go.
SELECT customer_id, recency_days, orders, net, rfm FROM customer_rfm ORDER BY monetary_score DESC, net DESC LIMIT 10;

SELECT customer_rfm.customer_id, net, days_since, rhythm_days
FROM customer_rfm JOIN customer_churn ON customer_churn.customer_id = customer_rfm.customer_id
WHERE monetary_score >= 4 AND status = 'AT_RISK'
ORDER BY net DESC;

-- What came back, by value, and how the share of returns moves.
SELECT stock_code, description, units_returned, return_rate, value_returned
FROM returns_by_product ORDER BY value_returned DESC LIMIT 10;

SELECT month, -cancellations AS returned, -cancellations / NULLIF(sales, 0) AS share
FROM sales_by_month ORDER BY month;

-- How many looks at a product lead to a purchase, by category, and the days on which most visitors came.
SELECT category_1, views, purchases, CAST(purchases AS decimal(18, 4)) / NULLIF(views, 0) AS share
FROM (SELECT category_1, sum(views) AS views, sum(purchases) AS purchases
      FROM events_by_category
      GROUP BY category_1) by_level
ORDER BY purchases DESC;

SELECT day, sessions, users, revenue FROM events_by_day ORDER BY users DESC LIMIT 10;
