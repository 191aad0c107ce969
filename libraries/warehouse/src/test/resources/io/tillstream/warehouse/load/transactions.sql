-- take the turn
LOCK TABLE load_turn;

-- create staging on PostgreSQL
CREATE TEMP TABLE staging (object_no integer, row_no bigint, version text, invoice_no text, stock_code text, line_id text, description text, quantity bigint, invoice_date timestamp, unit_price numeric, line_total numeric, customer_id text, country text, kind text, store_id text, received_at timestamptz, attributes jsonb);

-- create staging on Redshift
CREATE TEMP TABLE staging (object_no integer, row_no bigint, version varchar(64), invoice_no varchar(64), stock_code varchar(256), line_id varchar(256), description varchar(4000), quantity bigint, invoice_date timestamp, unit_price decimal(18, 4), line_total decimal(38, 4), customer_id varchar(256), country varchar(256), kind varchar(16), store_id varchar(256), received_at timestamptz, attributes super) DISTSTYLE KEY DISTKEY (invoice_no);

-- fill staging on PostgreSQL
COPY staging (invoice_no, stock_code, line_id, description, quantity, invoice_date, unit_price, line_total, customer_id, country, kind, store_id, received_at, attributes, object_no, row_no, version) FROM STDIN (FORMAT binary);

-- copy straight into the table
COPY sales_line (invoice_no, stock_code, line_id, description, quantity, invoice_date, unit_price, line_total, customer_id, country, kind, store_id, received_at, attributes, loaded_at) FROM STDIN (FORMAT binary);

-- create incoming
CREATE TEMP TABLE incoming AS SELECT object_no, row_no, version, invoice_no, stock_code, line_id, description, quantity, invoice_date, unit_price, line_total, customer_id, country, kind, store_id, received_at, attributes FROM (SELECT object_no, row_no, version, invoice_no, stock_code, line_id, description, quantity, invoice_date, unit_price, line_total, customer_id, country, kind, store_id, received_at, attributes, row_number() OVER (PARTITION BY invoice_no, stock_code, line_id, store_id ORDER BY version, object_no, row_no) AS place FROM staging) placed WHERE place = 1;

-- count what is known
SELECT coalesce(sum(CASE WHEN NOT (sales_line.quantity = incoming.quantity AND sales_line.unit_price = incoming.unit_price AND sales_line.invoice_date = incoming.invoice_date AND sales_line.country = incoming.country AND coalesce(sales_line.description, '') = coalesce(incoming.description, '') AND coalesce(sales_line.customer_id, '') = coalesce(incoming.customer_id, '')) THEN 1 ELSE 0 END), 0), coalesce(sum(CASE WHEN incoming.received_at < sales_line.received_at AND incoming.version >= '1' AND NOT (NOT (sales_line.quantity = incoming.quantity AND sales_line.unit_price = incoming.unit_price AND sales_line.invoice_date = incoming.invoice_date AND sales_line.country = incoming.country AND coalesce(sales_line.description, '') = coalesce(incoming.description, '') AND coalesce(sales_line.customer_id, '') = coalesce(incoming.customer_id, ''))) THEN 1 ELSE 0 END), 0) FROM incoming JOIN sales_line ON sales_line.invoice_no = incoming.invoice_no AND sales_line.stock_code = incoming.stock_code AND sales_line.line_id = incoming.line_id AND coalesce(sales_line.store_id, '') = coalesce(incoming.store_id, '');

-- keep the earlier time
UPDATE sales_line SET received_at = incoming.received_at FROM incoming WHERE sales_line.invoice_no = incoming.invoice_no AND sales_line.stock_code = incoming.stock_code AND sales_line.line_id = incoming.line_id AND coalesce(sales_line.store_id, '') = coalesce(incoming.store_id, '') AND incoming.received_at < sales_line.received_at AND incoming.version >= '1' AND NOT (NOT (sales_line.quantity = incoming.quantity AND sales_line.unit_price = incoming.unit_price AND sales_line.invoice_date = incoming.invoice_date AND sales_line.country = incoming.country AND coalesce(sales_line.description, '') = coalesce(incoming.description, '') AND coalesce(sales_line.customer_id, '') = coalesce(incoming.customer_id, '')));

-- find what differs
SELECT incoming.object_no, incoming.row_no, incoming.version, sales_line.invoice_no, sales_line.stock_code, sales_line.line_id, sales_line.description, sales_line.quantity, sales_line.invoice_date, sales_line.unit_price, sales_line.line_total, sales_line.customer_id, sales_line.country, sales_line.kind, sales_line.store_id, sales_line.received_at, ATTRIBUTES FROM incoming JOIN sales_line ON sales_line.invoice_no = incoming.invoice_no AND sales_line.stock_code = incoming.stock_code AND sales_line.line_id = incoming.line_id AND coalesce(sales_line.store_id, '') = coalesce(incoming.store_id, '') WHERE NOT (sales_line.quantity = incoming.quantity AND sales_line.unit_price = incoming.unit_price AND sales_line.invoice_date = incoming.invoice_date AND sales_line.country = incoming.country AND coalesce(sales_line.description, '') = coalesce(incoming.description, '') AND coalesce(sales_line.customer_id, '') = coalesce(incoming.customer_id, '')) ORDER BY incoming.object_no, incoming.row_no;

-- create replaced
CREATE TEMP TABLE replaced (object_no integer, row_no bigint);

-- add to replaced
INSERT INTO replaced (object_no, row_no) VALUES (?, ?);

-- delete what is replaced
DELETE FROM sales_line USING incoming, replaced WHERE incoming.object_no = replaced.object_no AND incoming.row_no = replaced.row_no AND sales_line.invoice_no = incoming.invoice_no AND sales_line.stock_code = incoming.stock_code AND sales_line.line_id = incoming.line_id AND coalesce(sales_line.store_id, '') = coalesce(incoming.store_id, '');

-- drop replaced
DROP TABLE replaced;

-- leave out what is known
DELETE FROM incoming USING sales_line WHERE sales_line.invoice_no = incoming.invoice_no AND sales_line.stock_code = incoming.stock_code AND sales_line.line_id = incoming.line_id AND coalesce(sales_line.store_id, '') = coalesce(incoming.store_id, '');

-- count by object
SELECT object_no, count(*) FROM incoming GROUP BY object_no;

-- insert
INSERT INTO sales_line (invoice_no, stock_code, line_id, description, quantity, invoice_date, unit_price, line_total, customer_id, country, kind, store_id, received_at, attributes, loaded_at) SELECT invoice_no, stock_code, line_id, description, quantity, invoice_date, unit_price, line_total, customer_id, country, kind, store_id, received_at, attributes, CAST(? AS timestamptz) FROM incoming;

-- count staging
SELECT count(*) FROM staging;

-- count what is found
SELECT count(*), coalesce(sum(CASE WHEN NOT (sales_line.quantity = staging.quantity AND sales_line.unit_price = staging.unit_price AND sales_line.invoice_date = staging.invoice_date AND sales_line.country = staging.country AND coalesce(sales_line.description, '') = coalesce(staging.description, '') AND coalesce(sales_line.customer_id, '') = coalesce(staging.customer_id, '')) THEN 1 ELSE 0 END), 0) FROM staging JOIN sales_line ON sales_line.invoice_no = staging.invoice_no AND sales_line.stock_code = staging.stock_code AND sales_line.line_id = staging.line_id AND coalesce(sales_line.store_id, '') = coalesce(staging.store_id, '');

-- find what does not count
SELECT staging.object_no, staging.row_no, staging.version, staging.invoice_no, staging.stock_code, staging.line_id, staging.description, staging.quantity, staging.invoice_date, staging.unit_price, staging.line_total, staging.customer_id, staging.country, staging.kind, staging.store_id, staging.received_at, ATTRIBUTES FROM staging JOIN sales_line ON sales_line.invoice_no = staging.invoice_no AND sales_line.stock_code = staging.stock_code AND sales_line.line_id = staging.line_id AND coalesce(sales_line.store_id, '') = coalesce(staging.store_id, '') WHERE NOT (sales_line.quantity = staging.quantity AND sales_line.unit_price = staging.unit_price AND sales_line.invoice_date = staging.invoice_date AND sales_line.country = staging.country AND coalesce(sales_line.description, '') = coalesce(staging.description, '') AND coalesce(sales_line.customer_id, '') = coalesce(staging.customer_id, '')) ORDER BY staging.object_no, staging.row_no;

-- drop incoming
DROP TABLE incoming;

-- drop staging
DROP TABLE staging;

-- ask whether a line is void
SELECT count(*) FROM voided_line WHERE invoice_no = ? AND stock_code = ? AND line_id = ? AND coalesce(store_id, '') = coalesce(?, '');

-- add what is void
INSERT INTO voided_line (invoice_no, stock_code, line_id, store_id, reason, voided_by, voided_at, loaded_at) VALUES (?, ?, ?, ?, ?, ?, CAST(? AS timestamptz), CAST(? AS timestamptz));

-- ask whether anything is void
SELECT count(*) FROM voided_line;

-- delete what is void
DELETE FROM sales_line USING voided_line WHERE sales_line.invoice_no = voided_line.invoice_no AND sales_line.stock_code = voided_line.stock_code AND sales_line.line_id = voided_line.line_id AND coalesce(sales_line.store_id, '') = coalesce(voided_line.store_id, '');
