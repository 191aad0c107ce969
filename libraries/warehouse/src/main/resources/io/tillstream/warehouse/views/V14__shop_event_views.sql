-- Times of events are moments; days and hours are those of UTC here. A category code has words from the widest to the
-- narrowest, with dots between.
CREATE VIEW shop_event_detail AS
SELECT event_id,
       store_id,
       event_time,
       CAST(event_time AT TIME ZONE 'UTC' AS date) AS day,
       date_trunc('hour', event_time AT TIME ZONE 'UTC') AS hour,
       event_type,
       product_id,
       category_id,
       category_code,
       nullif(split_part(category_code, '.', 1), '') AS category_1,
       nullif(split_part(category_code, '.', 2), '') AS category_2,
       nullif(split_part(category_code, '.', 3), '') AS category_3,
       brand,
       price,
       user_id,
       session_id
FROM shop_event;

-- Two shops' session 1 are two sessions; no id holds the character that parts them here.
CREATE VIEW events_by_hour AS
SELECT hour,
       count(DISTINCT coalesce(store_id || chr(31), '') || session_id) AS sessions,
       count(*) AS events,
       sum(CASE WHEN event_type = 'view' THEN 1 ELSE 0 END) AS views,
       sum(CASE WHEN event_type = 'cart' THEN 1 ELSE 0 END) AS carts,
       sum(CASE WHEN event_type = 'remove_from_cart' THEN 1 ELSE 0 END) AS removals,
       sum(CASE WHEN event_type = 'purchase' THEN 1 ELSE 0 END) AS purchases,
       sum(CASE WHEN event_type = 'purchase' THEN price ELSE 0 END) AS revenue
FROM shop_event_detail
GROUP BY hour;

CREATE VIEW events_by_day AS
SELECT day,
       count(DISTINCT coalesce(store_id || chr(31), '') || session_id) AS sessions,
       count(DISTINCT user_id) AS users,
       count(*) AS events,
       sum(CASE WHEN event_type = 'view' THEN 1 ELSE 0 END) AS views,
       sum(CASE WHEN event_type = 'cart' THEN 1 ELSE 0 END) AS carts,
       sum(CASE WHEN event_type = 'remove_from_cart' THEN 1 ELSE 0 END) AS removals,
       sum(CASE WHEN event_type = 'purchase' THEN 1 ELSE 0 END) AS purchases,
       sum(CASE WHEN event_type = 'purchase' THEN price ELSE 0 END) AS revenue
FROM shop_event_detail
GROUP BY day;

CREATE VIEW events_by_product AS
SELECT product_id,
       count(DISTINCT coalesce(store_id || chr(31), '') || session_id) AS sessions,
       count(DISTINCT user_id) AS users,
       count(*) AS events,
       sum(CASE WHEN event_type = 'view' THEN 1 ELSE 0 END) AS views,
       sum(CASE WHEN event_type = 'cart' THEN 1 ELSE 0 END) AS carts,
       sum(CASE WHEN event_type = 'remove_from_cart' THEN 1 ELSE 0 END) AS removals,
       sum(CASE WHEN event_type = 'purchase' THEN 1 ELSE 0 END) AS purchases,
       sum(CASE WHEN event_type = 'purchase' THEN price ELSE 0 END) AS revenue
FROM shop_event_detail
GROUP BY product_id;

CREATE VIEW events_by_category AS
SELECT category_1,
       category_2,
       category_3,
       count(DISTINCT coalesce(store_id || chr(31), '') || session_id) AS sessions,
       count(DISTINCT user_id) AS users,
       count(*) AS events,
       sum(CASE WHEN event_type = 'view' THEN 1 ELSE 0 END) AS views,
       sum(CASE WHEN event_type = 'cart' THEN 1 ELSE 0 END) AS carts,
       sum(CASE WHEN event_type = 'remove_from_cart' THEN 1 ELSE 0 END) AS removals,
       sum(CASE WHEN event_type = 'purchase' THEN 1 ELSE 0 END) AS purchases,
       sum(CASE WHEN event_type = 'purchase' THEN price ELSE 0 END) AS revenue
FROM shop_event_detail
GROUP BY category_1, category_2, category_3;

COMMENT ON TABLE shop_event IS 'One row an event of a shop, once, however often it was sent or loaded.';
COMMENT ON COLUMN shop_event.event_id IS 'The id of the event; with the shop it is the identity of the event.';
COMMENT ON COLUMN shop_event.event_time IS 'When it happened.';
COMMENT ON COLUMN shop_event.event_type IS 'view, cart, remove_from_cart or purchase.';
COMMENT ON COLUMN shop_event.product_id IS 'The product.';
COMMENT ON COLUMN shop_event.category_id IS 'The category of the product by its id.';
COMMENT ON COLUMN shop_event.category_code IS 'The category by its words from the widest to the narrowest, with dots between, if it has any.';
COMMENT ON COLUMN shop_event.brand IS 'The brand, if it is known.';
COMMENT ON COLUMN shop_event.price IS 'Price of one piece.';
COMMENT ON COLUMN shop_event.user_id IS 'Who visited.';
COMMENT ON COLUMN shop_event.session_id IS 'The visit that the event was part of, if it is known.';
COMMENT ON COLUMN shop_event.store_id IS 'Which shop sent the event, if it said so; events without a shop are those of one.';
COMMENT ON COLUMN shop_event.received_at IS 'When the event was received, which decides between events of the same identity.';
COMMENT ON COLUMN shop_event.attributes IS 'What rules derived from the event on its way, as a JSON object.';
COMMENT ON COLUMN shop_event.loaded_at IS 'When the load that brought the event was under way.';

COMMENT ON TABLE shop_event_turn IS 'Locked by each load of events while it runs, so that they take turns. Always empty.';
COMMENT ON COLUMN shop_event_turn.holder IS 'Never filled.';

COMMENT ON VIEW shop_event_detail IS 'Events with their day, their hour and the levels of their category.';
COMMENT ON COLUMN shop_event_detail.event_id IS 'The id of the event; with the shop it is the identity of the event.';
COMMENT ON COLUMN shop_event_detail.store_id IS 'Which shop sent the event, if it said so; events without a shop are those of one.';
COMMENT ON COLUMN shop_event_detail.event_time IS 'When it happened.';
COMMENT ON COLUMN shop_event_detail.day IS 'The day in UTC.';
COMMENT ON COLUMN shop_event_detail.hour IS 'The hour in UTC, by its beginning.';
COMMENT ON COLUMN shop_event_detail.event_type IS 'view, cart, remove_from_cart or purchase.';
COMMENT ON COLUMN shop_event_detail.product_id IS 'The product.';
COMMENT ON COLUMN shop_event_detail.category_id IS 'The category of the product by its id.';
COMMENT ON COLUMN shop_event_detail.category_code IS 'The category by its words from the widest to the narrowest, with dots between, if it has any.';
COMMENT ON COLUMN shop_event_detail.category_1 IS 'The widest word of the category.';
COMMENT ON COLUMN shop_event_detail.category_2 IS 'The second word of the category, if it has one.';
COMMENT ON COLUMN shop_event_detail.category_3 IS 'The third word of the category, if it has one.';
COMMENT ON COLUMN shop_event_detail.brand IS 'The brand, if it is known.';
COMMENT ON COLUMN shop_event_detail.price IS 'Price of one piece.';
COMMENT ON COLUMN shop_event_detail.user_id IS 'Who visited.';
COMMENT ON COLUMN shop_event_detail.session_id IS 'The visit that the event was part of, if it is known.';

COMMENT ON VIEW events_by_hour IS 'Events by hour.';
COMMENT ON COLUMN events_by_hour.hour IS 'The hour in UTC, by its beginning.';
COMMENT ON COLUMN events_by_hour.sessions IS 'Visits with an event here.';
COMMENT ON COLUMN events_by_hour.events IS 'Events.';
COMMENT ON COLUMN events_by_hour.views IS 'Events of a product that was looked at.';
COMMENT ON COLUMN events_by_hour.carts IS 'Events of a product that was put into the cart.';
COMMENT ON COLUMN events_by_hour.removals IS 'Events of a product that was taken out of the cart.';
COMMENT ON COLUMN events_by_hour.purchases IS 'Events of a product that was bought.';
COMMENT ON COLUMN events_by_hour.revenue IS 'Sum of the prices of what was bought.';

COMMENT ON VIEW events_by_day IS 'Events by day.';
COMMENT ON COLUMN events_by_day.day IS 'The day in UTC.';
COMMENT ON COLUMN events_by_day.sessions IS 'Visits with an event here.';
COMMENT ON COLUMN events_by_day.users IS 'Visitors with an event here.';
COMMENT ON COLUMN events_by_day.events IS 'Events.';
COMMENT ON COLUMN events_by_day.views IS 'Events of a product that was looked at.';
COMMENT ON COLUMN events_by_day.carts IS 'Events of a product that was put into the cart.';
COMMENT ON COLUMN events_by_day.removals IS 'Events of a product that was taken out of the cart.';
COMMENT ON COLUMN events_by_day.purchases IS 'Events of a product that was bought.';
COMMENT ON COLUMN events_by_day.revenue IS 'Sum of the prices of what was bought.';

COMMENT ON VIEW events_by_product IS 'Events by product.';
COMMENT ON COLUMN events_by_product.product_id IS 'The product.';
COMMENT ON COLUMN events_by_product.sessions IS 'Visits with an event here.';
COMMENT ON COLUMN events_by_product.users IS 'Visitors with an event here.';
COMMENT ON COLUMN events_by_product.events IS 'Events.';
COMMENT ON COLUMN events_by_product.views IS 'Events of a product that was looked at.';
COMMENT ON COLUMN events_by_product.carts IS 'Events of a product that was put into the cart.';
COMMENT ON COLUMN events_by_product.removals IS 'Events of a product that was taken out of the cart.';
COMMENT ON COLUMN events_by_product.purchases IS 'Events of a product that was bought.';
COMMENT ON COLUMN events_by_product.revenue IS 'Sum of the prices of what was bought.';

COMMENT ON VIEW events_by_category IS 'Events by category.';
COMMENT ON COLUMN events_by_category.category_1 IS 'The widest word of the category; empty for products without a code.';
COMMENT ON COLUMN events_by_category.category_2 IS 'The second word of the category, if it has one.';
COMMENT ON COLUMN events_by_category.category_3 IS 'The third word of the category, if it has one.';
COMMENT ON COLUMN events_by_category.sessions IS 'Visits with an event here.';
COMMENT ON COLUMN events_by_category.users IS 'Visitors with an event here.';
COMMENT ON COLUMN events_by_category.events IS 'Events.';
COMMENT ON COLUMN events_by_category.views IS 'Events of a product that was looked at.';
COMMENT ON COLUMN events_by_category.carts IS 'Events of a product that was put into the cart.';
COMMENT ON COLUMN events_by_category.removals IS 'Events of a product that was taken out of the cart.';
COMMENT ON COLUMN events_by_category.purchases IS 'Events of a product that was bought.';
COMMENT ON COLUMN events_by_category.revenue IS 'Sum of the prices of what was bought.';
