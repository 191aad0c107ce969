-- take the turn
LOCK TABLE shop_event_turn;

-- create staging on PostgreSQL
CREATE TEMP TABLE staging (object_no integer, row_no bigint, version text, event_id text, event_time timestamptz, event_type text, product_id text, category_id text, category_code text, brand text, price numeric, user_id text, session_id text, store_id text, received_at timestamptz, attributes jsonb);

-- create staging on Redshift
CREATE TEMP TABLE staging (object_no integer, row_no bigint, version varchar(64), event_id varchar(256), event_time timestamptz, event_type varchar(16), product_id varchar(256), category_id varchar(256), category_code varchar(1024), brand varchar(512), price decimal(18, 4), user_id varchar(256), session_id varchar(64), store_id varchar(256), received_at timestamptz, attributes super) DISTSTYLE KEY DISTKEY (event_id);

-- fill staging on PostgreSQL
COPY staging (event_id, event_time, event_type, product_id, category_id, category_code, brand, price, user_id, session_id, store_id, received_at, attributes, object_no, row_no, version) FROM STDIN (FORMAT binary);

-- copy straight into the table
COPY shop_event (event_id, event_time, event_type, product_id, category_id, category_code, brand, price, user_id, session_id, store_id, received_at, attributes, loaded_at) FROM STDIN (FORMAT binary);

-- create incoming
CREATE TEMP TABLE incoming AS SELECT object_no, row_no, version, event_id, event_time, event_type, product_id, category_id, category_code, brand, price, user_id, session_id, store_id, received_at, attributes FROM (SELECT object_no, row_no, version, event_id, event_time, event_type, product_id, category_id, category_code, brand, price, user_id, session_id, store_id, received_at, attributes, row_number() OVER (PARTITION BY event_id, store_id ORDER BY version, object_no, row_no) AS place FROM staging) placed WHERE place = 1;

-- count what is known
SELECT coalesce(sum(CASE WHEN NOT (shop_event.event_time = incoming.event_time AND shop_event.event_type = incoming.event_type AND shop_event.product_id = incoming.product_id AND shop_event.category_id = incoming.category_id AND coalesce(shop_event.category_code, '') = coalesce(incoming.category_code, '') AND coalesce(shop_event.brand, '') = coalesce(incoming.brand, '') AND shop_event.price = incoming.price AND shop_event.user_id = incoming.user_id AND coalesce(shop_event.session_id, '') = coalesce(incoming.session_id, '')) THEN 1 ELSE 0 END), 0), coalesce(sum(CASE WHEN incoming.received_at < shop_event.received_at AND incoming.version >= '1' AND NOT (NOT (shop_event.event_time = incoming.event_time AND shop_event.event_type = incoming.event_type AND shop_event.product_id = incoming.product_id AND shop_event.category_id = incoming.category_id AND coalesce(shop_event.category_code, '') = coalesce(incoming.category_code, '') AND coalesce(shop_event.brand, '') = coalesce(incoming.brand, '') AND shop_event.price = incoming.price AND shop_event.user_id = incoming.user_id AND coalesce(shop_event.session_id, '') = coalesce(incoming.session_id, ''))) THEN 1 ELSE 0 END), 0) FROM incoming JOIN shop_event ON shop_event.event_id = incoming.event_id AND coalesce(shop_event.store_id, '') = coalesce(incoming.store_id, '');

-- keep the earlier time
UPDATE shop_event SET received_at = incoming.received_at FROM incoming WHERE shop_event.event_id = incoming.event_id AND coalesce(shop_event.store_id, '') = coalesce(incoming.store_id, '') AND incoming.received_at < shop_event.received_at AND incoming.version >= '1' AND NOT (NOT (shop_event.event_time = incoming.event_time AND shop_event.event_type = incoming.event_type AND shop_event.product_id = incoming.product_id AND shop_event.category_id = incoming.category_id AND coalesce(shop_event.category_code, '') = coalesce(incoming.category_code, '') AND coalesce(shop_event.brand, '') = coalesce(incoming.brand, '') AND shop_event.price = incoming.price AND shop_event.user_id = incoming.user_id AND coalesce(shop_event.session_id, '') = coalesce(incoming.session_id, '')));

-- find what differs
SELECT incoming.object_no, incoming.row_no, incoming.version, shop_event.event_id, shop_event.event_time, shop_event.event_type, shop_event.product_id, shop_event.category_id, shop_event.category_code, shop_event.brand, shop_event.price, shop_event.user_id, shop_event.session_id, shop_event.store_id, shop_event.received_at, ATTRIBUTES FROM incoming JOIN shop_event ON shop_event.event_id = incoming.event_id AND coalesce(shop_event.store_id, '') = coalesce(incoming.store_id, '') WHERE NOT (shop_event.event_time = incoming.event_time AND shop_event.event_type = incoming.event_type AND shop_event.product_id = incoming.product_id AND shop_event.category_id = incoming.category_id AND coalesce(shop_event.category_code, '') = coalesce(incoming.category_code, '') AND coalesce(shop_event.brand, '') = coalesce(incoming.brand, '') AND shop_event.price = incoming.price AND shop_event.user_id = incoming.user_id AND coalesce(shop_event.session_id, '') = coalesce(incoming.session_id, '')) ORDER BY incoming.object_no, incoming.row_no;

-- create replaced
CREATE TEMP TABLE replaced (object_no integer, row_no bigint);

-- add to replaced
INSERT INTO replaced (object_no, row_no) VALUES (?, ?);

-- delete what is replaced
DELETE FROM shop_event USING incoming, replaced WHERE incoming.object_no = replaced.object_no AND incoming.row_no = replaced.row_no AND shop_event.event_id = incoming.event_id AND coalesce(shop_event.store_id, '') = coalesce(incoming.store_id, '');

-- drop replaced
DROP TABLE replaced;

-- leave out what is known
DELETE FROM incoming USING shop_event WHERE shop_event.event_id = incoming.event_id AND coalesce(shop_event.store_id, '') = coalesce(incoming.store_id, '');

-- count by object
SELECT object_no, count(*) FROM incoming GROUP BY object_no;

-- insert
INSERT INTO shop_event (event_id, event_time, event_type, product_id, category_id, category_code, brand, price, user_id, session_id, store_id, received_at, attributes, loaded_at) SELECT event_id, event_time, event_type, product_id, category_id, category_code, brand, price, user_id, session_id, store_id, received_at, attributes, CAST(? AS timestamptz) FROM incoming;

-- count staging
SELECT count(*) FROM staging;

-- count what is found
SELECT count(*), coalesce(sum(CASE WHEN NOT (shop_event.event_time = staging.event_time AND shop_event.event_type = staging.event_type AND shop_event.product_id = staging.product_id AND shop_event.category_id = staging.category_id AND coalesce(shop_event.category_code, '') = coalesce(staging.category_code, '') AND coalesce(shop_event.brand, '') = coalesce(staging.brand, '') AND shop_event.price = staging.price AND shop_event.user_id = staging.user_id AND coalesce(shop_event.session_id, '') = coalesce(staging.session_id, '')) THEN 1 ELSE 0 END), 0) FROM staging JOIN shop_event ON shop_event.event_id = staging.event_id AND coalesce(shop_event.store_id, '') = coalesce(staging.store_id, '');

-- find what does not count
SELECT staging.object_no, staging.row_no, staging.version, staging.event_id, staging.event_time, staging.event_type, staging.product_id, staging.category_id, staging.category_code, staging.brand, staging.price, staging.user_id, staging.session_id, staging.store_id, staging.received_at, ATTRIBUTES FROM staging JOIN shop_event ON shop_event.event_id = staging.event_id AND coalesce(shop_event.store_id, '') = coalesce(staging.store_id, '') WHERE NOT (shop_event.event_time = staging.event_time AND shop_event.event_type = staging.event_type AND shop_event.product_id = staging.product_id AND shop_event.category_id = staging.category_id AND coalesce(shop_event.category_code, '') = coalesce(staging.category_code, '') AND coalesce(shop_event.brand, '') = coalesce(staging.brand, '') AND shop_event.price = staging.price AND shop_event.user_id = staging.user_id AND coalesce(shop_event.session_id, '') = coalesce(staging.session_id, '')) ORDER BY staging.object_no, staging.row_no;

-- drop incoming
DROP TABLE incoming;

-- drop staging
DROP TABLE staging;
