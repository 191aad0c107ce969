COMMENT ON TABLE sales_line IS 'One row a line of an invoice, once, however often it was sent or loaded.';
COMMENT ON COLUMN sales_line.invoice_no IS 'The invoice; begins with C for a cancellation and with A for an adjustment.';
COMMENT ON COLUMN sales_line.stock_code IS 'The article.';
COMMENT ON COLUMN sales_line.line_id IS 'Tells lines of the same invoice and article apart; with the two it is the identity of the line.';
COMMENT ON COLUMN sales_line.description IS 'What the shop called the article on this line, if anything.';
COMMENT ON COLUMN sales_line.quantity IS 'Units; negative for returns.';
COMMENT ON COLUMN sales_line.invoice_date IS 'Date and time of the sale in the shops own time zone.';
COMMENT ON COLUMN sales_line.unit_price IS 'Price of one unit.';
COMMENT ON COLUMN sales_line.line_total IS 'Quantity times unit price, exactly.';
COMMENT ON COLUMN sales_line.customer_id IS 'Who bought, unless it was a guest.';
COMMENT ON COLUMN sales_line.country IS 'Where the customer is.';
COMMENT ON COLUMN sales_line.kind IS 'SALE, CANCELLATION or ADJUSTMENT.';
COMMENT ON COLUMN sales_line.store_id IS 'Which shop sent the line, if it said so.';
COMMENT ON COLUMN sales_line.attributes IS 'What rules derived from the line on its way, as a JSON object.';
COMMENT ON COLUMN sales_line.loaded_at IS 'When the load that brought the line was under way.';

COMMENT ON TABLE load_history IS 'The ledger: one row an object that was loaded. rows = merged + already_there + rejected.';
COMMENT ON COLUMN load_history.object IS 'Address of the object.';
COMMENT ON COLUMN load_history.etag IS 'What S3 says of its content.';
COMMENT ON COLUMN load_history.load_id IS 'The load, of one or many objects, it was part of.';
COMMENT ON COLUMN load_history.rows IS 'Lines that were read.';
COMMENT ON COLUMN load_history.merged IS 'Lines that were new.';
COMMENT ON COLUMN load_history.already_there IS 'Lines that the warehouse, or an object before this one in the same load, had.';
COMMENT ON COLUMN load_history.rejected IS 'Lines that could not be loaded and lie under rejected/ with their reasons.';
COMMENT ON COLUMN load_history.loaded_at IS 'When the load was under way.';

COMMENT ON TABLE load_failure IS 'Objects that could not be read to their end. Nothing of them is loaded; every load tries them again.';
COMMENT ON COLUMN load_failure.object IS 'Address of the object.';
COMMENT ON COLUMN load_failure.etag IS 'What S3 says of its content.';
COMMENT ON COLUMN load_failure.reason IS 'What went wrong the last time.';
COMMENT ON COLUMN load_failure.attempts IS 'How often it was tried.';
COMMENT ON COLUMN load_failure.first_failed_at IS 'The first attempt.';
COMMENT ON COLUMN load_failure.last_failed_at IS 'The last attempt.';

COMMENT ON TABLE load_turn IS 'Locked by each load while it runs, so that loads take turns. Always empty.';
COMMENT ON COLUMN load_turn.holder IS 'Never filled.';

COMMENT ON VIEW sales_by_hour IS 'Trade by hour.';
COMMENT ON COLUMN sales_by_hour.hour IS 'The hour, by its beginning.';
COMMENT ON COLUMN sales_by_hour.invoices IS 'Invoices with a line here.';
COMMENT ON COLUMN sales_by_hour.lines IS 'Lines.';
COMMENT ON COLUMN sales_by_hour.units IS 'Units sold less units returned.';
COMMENT ON COLUMN sales_by_hour.sales IS 'Sum of the lines of sales.';
COMMENT ON COLUMN sales_by_hour.cancellations IS 'Sum of the lines of cancellations; negative as a rule.';
COMMENT ON COLUMN sales_by_hour.adjustments IS 'Sum of the lines of adjustments.';
COMMENT ON COLUMN sales_by_hour.net IS 'Sum of all lines: sales, cancellations and adjustments.';

COMMENT ON VIEW sales_by_day IS 'Trade by day.';
COMMENT ON COLUMN sales_by_day.day IS 'The day.';
COMMENT ON COLUMN sales_by_day.customers IS 'Known customers with a line here.';
COMMENT ON COLUMN sales_by_day.invoices IS 'Invoices with a line here.';
COMMENT ON COLUMN sales_by_day.lines IS 'Lines.';
COMMENT ON COLUMN sales_by_day.units IS 'Units sold less units returned.';
COMMENT ON COLUMN sales_by_day.sales IS 'Sum of the lines of sales.';
COMMENT ON COLUMN sales_by_day.cancellations IS 'Sum of the lines of cancellations; negative as a rule.';
COMMENT ON COLUMN sales_by_day.adjustments IS 'Sum of the lines of adjustments.';
COMMENT ON COLUMN sales_by_day.net IS 'Sum of all lines: sales, cancellations and adjustments.';

COMMENT ON VIEW sales_by_month IS 'Trade by month.';
COMMENT ON COLUMN sales_by_month.month IS 'The month, by its first day.';
COMMENT ON COLUMN sales_by_month.customers IS 'Known customers with a line here.';
COMMENT ON COLUMN sales_by_month.invoices IS 'Invoices with a line here.';
COMMENT ON COLUMN sales_by_month.lines IS 'Lines.';
COMMENT ON COLUMN sales_by_month.units IS 'Units sold less units returned.';
COMMENT ON COLUMN sales_by_month.sales IS 'Sum of the lines of sales.';
COMMENT ON COLUMN sales_by_month.cancellations IS 'Sum of the lines of cancellations; negative as a rule.';
COMMENT ON COLUMN sales_by_month.adjustments IS 'Sum of the lines of adjustments.';
COMMENT ON COLUMN sales_by_month.net IS 'Sum of all lines: sales, cancellations and adjustments.';

COMMENT ON VIEW sales_by_country IS 'Trade by country.';
COMMENT ON COLUMN sales_by_country.country IS 'The country.';
COMMENT ON COLUMN sales_by_country.customers IS 'Known customers with a line here.';
COMMENT ON COLUMN sales_by_country.invoices IS 'Invoices with a line here.';
COMMENT ON COLUMN sales_by_country.lines IS 'Lines.';
COMMENT ON COLUMN sales_by_country.units IS 'Units sold less units returned.';
COMMENT ON COLUMN sales_by_country.sales IS 'Sum of the lines of sales.';
COMMENT ON COLUMN sales_by_country.cancellations IS 'Sum of the lines of cancellations; negative as a rule.';
COMMENT ON COLUMN sales_by_country.adjustments IS 'Sum of the lines of adjustments.';
COMMENT ON COLUMN sales_by_country.net IS 'Sum of all lines: sales, cancellations and adjustments.';

COMMENT ON VIEW product IS 'Articles by name.';
COMMENT ON COLUMN product.stock_code IS 'The article.';
COMMENT ON COLUMN product.description IS 'The description that stands on most of its lines.';

COMMENT ON VIEW sales_by_product IS 'Trade by article.';
COMMENT ON COLUMN sales_by_product.stock_code IS 'The article.';
COMMENT ON COLUMN sales_by_product.description IS 'The description that stands on most of its lines.';
COMMENT ON COLUMN sales_by_product.invoices IS 'Invoices with a line here.';
COMMENT ON COLUMN sales_by_product.lines IS 'Lines.';
COMMENT ON COLUMN sales_by_product.units IS 'Units sold less units returned.';
COMMENT ON COLUMN sales_by_product.sales IS 'Sum of the lines of sales.';
COMMENT ON COLUMN sales_by_product.cancellations IS 'Sum of the lines of cancellations; negative as a rule.';
COMMENT ON COLUMN sales_by_product.adjustments IS 'Sum of the lines of adjustments.';
COMMENT ON COLUMN sales_by_product.net IS 'Sum of all lines: sales, cancellations and adjustments.';

COMMENT ON VIEW returns_by_product IS 'Articles that came back.';
COMMENT ON COLUMN returns_by_product.stock_code IS 'The article.';
COMMENT ON COLUMN returns_by_product.description IS 'The description that stands on most of its lines.';
COMMENT ON COLUMN returns_by_product.units_sold IS 'Units on lines of sales.';
COMMENT ON COLUMN returns_by_product.units_returned IS 'Units on lines of cancellations, as a positive number.';
COMMENT ON COLUMN returns_by_product.return_rate IS 'Units returned for each unit sold.';
COMMENT ON COLUMN returns_by_product.value_returned IS 'Sum of the lines of cancellations, as a positive number.';

COMMENT ON VIEW invoice IS 'One row an invoice.';
COMMENT ON COLUMN invoice.invoice_no IS 'The invoice.';
COMMENT ON COLUMN invoice.customer_id IS 'Who bought, unless it was a guest.';
COMMENT ON COLUMN invoice.invoice_date IS 'Its earliest line.';
COMMENT ON COLUMN invoice.country IS 'Where the customer is.';
COMMENT ON COLUMN invoice.kind IS 'SALE, CANCELLATION or ADJUSTMENT.';
COMMENT ON COLUMN invoice.lines IS 'Lines.';
COMMENT ON COLUMN invoice.units IS 'Units sold less units returned.';
COMMENT ON COLUMN invoice.net IS 'Sum of its lines.';

COMMENT ON VIEW customer IS 'One row a known customer.';
COMMENT ON COLUMN customer.customer_id IS 'The customer.';
COMMENT ON COLUMN customer.first_purchase IS 'The first sale.';
COMMENT ON COLUMN customer.last_purchase IS 'The last sale.';
COMMENT ON COLUMN customer.orders IS 'Invoices that are sales.';
COMMENT ON COLUMN customer.cancelled_orders IS 'Invoices that are cancellations.';
COMMENT ON COLUMN customer.sales IS 'Sum of the sales.';
COMMENT ON COLUMN customer.net IS 'Sum of all invoices.';
COMMENT ON COLUMN customer.average_basket IS 'Mean value of a sale.';

COMMENT ON VIEW customer_rfm IS 'Recency, frequency and value of customers who bought, each scored from 1 to 5 by fifths of all of them; 5 is best.';
COMMENT ON COLUMN customer_rfm.customer_id IS 'The customer.';
COMMENT ON COLUMN customer_rfm.recency_days IS 'Days from the last purchase to the last day in the warehouse.';
COMMENT ON COLUMN customer_rfm.orders IS 'Invoices that are sales.';
COMMENT ON COLUMN customer_rfm.net IS 'Sum of all invoices.';
COMMENT ON COLUMN customer_rfm.recency_score IS '5 for the fifth that bought last.';
COMMENT ON COLUMN customer_rfm.frequency_score IS '5 for the fifth that bought most often.';
COMMENT ON COLUMN customer_rfm.monetary_score IS '5 for the fifth that spent most.';
COMMENT ON COLUMN customer_rfm.rfm IS 'The three scores as the digits of one number.';

COMMENT ON VIEW customer_churn IS 'Days since the last purchase against the customers own rhythm.';
COMMENT ON COLUMN customer_churn.customer_id IS 'The customer.';
COMMENT ON COLUMN customer_churn.last_purchase IS 'The last day with a sale.';
COMMENT ON COLUMN customer_churn.purchase_days IS 'Days with a sale.';
COMMENT ON COLUMN customer_churn.days_since IS 'Days from the last purchase to the last day in the warehouse.';
COMMENT ON COLUMN customer_churn.rhythm_days IS 'Mean days from one purchase day to the next; none after a single one.';
COMMENT ON COLUMN customer_churn.overdue_ratio IS 'Days since the last purchase in units of the rhythm.';
COMMENT ON COLUMN customer_churn.status IS 'ACTIVE up to twice the rhythm, AT_RISK up to four times, then LOST; ONCE after a single purchase day.';
