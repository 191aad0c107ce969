-- Users who bought something in a web shop, as customers are by their invoices. All that is bought in one session is one
-- order; what is bought without a session is an order each. No id holds the characters that part them here.
CREATE VIEW shopper AS
SELECT user_id,
       min(event_time) AS first_purchase,
       max(event_time) AS last_purchase,
       count(DISTINCT coalesce(store_id || chr(31), '') || coalesce(chr(30) || session_id, event_id)) AS orders,
       count(*) AS pieces,
       sum(price) AS net
FROM shop_event
WHERE event_type = 'purchase'
GROUP BY user_id;

-- Days are those of UTC, and count up to the last day with an event that is not after tomorrow, as for customers.
CREATE VIEW shopper_rfm AS
SELECT user_id,
       recency_days,
       orders,
       net,
       recency_score,
       frequency_score,
       monetary_score,
       recency_score * 100 + frequency_score * 10 + monetary_score AS rfm
FROM (SELECT user_id,
             recency_days,
             orders,
             net,
             ntile(5) OVER (ORDER BY recency_days DESC, user_id) AS recency_score,
             ntile(5) OVER (ORDER BY orders, user_id) AS frequency_score,
             ntile(5) OVER (ORDER BY net, user_id) AS monetary_score
      FROM (SELECT user_id,
                   CASE WHEN CAST(last_purchase AT TIME ZONE 'UTC' AS date) > latest.day THEN 0
                        ELSE latest.day - CAST(last_purchase AT TIME ZONE 'UTC' AS date) END AS recency_days,
                   orders,
                   net
            FROM shopper
            CROSS JOIN (SELECT CAST(COALESCE(max(CASE WHEN event_time AT TIME ZONE 'UTC' < CURRENT_DATE + 2
                                                      THEN event_time END),
                                             max(event_time)) AT TIME ZONE 'UTC' AS date) AS day
                        FROM shop_event) latest) bought) scored;

CREATE VIEW shopper_churn AS
SELECT user_id,
       last_purchase,
       purchase_days,
       days_since,
       rhythm_days,
       CASE WHEN rhythm_days > 0 THEN CAST(days_since / rhythm_days AS decimal(18, 2)) END AS overdue_ratio,
       CASE WHEN rhythm_days IS NULL THEN 'ONCE'
            WHEN days_since <= 2 * rhythm_days THEN 'ACTIVE'
            WHEN days_since <= 4 * rhythm_days THEN 'AT_RISK'
            ELSE 'LOST' END AS status
FROM (SELECT user_id,
             max(day) AS last_purchase,
             count(*) AS purchase_days,
             CASE WHEN max(day) > max(latest_day) THEN 0 ELSE max(latest_day) - max(day) END AS days_since,
             CASE WHEN count(*) > 1
                  THEN CAST(CAST(max(day) - min(day) AS decimal(18, 4)) / (count(*) - 1) AS decimal(18, 4))
                  END AS rhythm_days
      FROM (SELECT DISTINCT user_id, CAST(event_time AT TIME ZONE 'UTC' AS date) AS day
            FROM shop_event
            WHERE event_type = 'purchase') bought
      CROSS JOIN (SELECT CAST(COALESCE(max(CASE WHEN event_time AT TIME ZONE 'UTC' < CURRENT_DATE + 2
                                                THEN event_time END),
                                       max(event_time)) AT TIME ZONE 'UTC' AS date) AS latest_day
                  FROM shop_event) latest
      GROUP BY user_id) rhythms;

COMMENT ON VIEW shopper IS 'One row a user who bought something in a web shop.';
COMMENT ON COLUMN shopper.user_id IS 'Who bought.';
COMMENT ON COLUMN shopper.first_purchase IS 'The first purchase.';
COMMENT ON COLUMN shopper.last_purchase IS 'The last purchase.';
COMMENT ON COLUMN shopper.orders IS 'Sessions with a purchase, and purchases without a session.';
COMMENT ON COLUMN shopper.pieces IS 'Pieces bought.';
COMMENT ON COLUMN shopper.net IS 'Sum of their prices.';

COMMENT ON VIEW shopper_rfm IS 'Recency, frequency and value of users who bought, each scored from 1 to 5 by fifths of all of them; 5 is best.';
COMMENT ON COLUMN shopper_rfm.user_id IS 'Who bought.';
COMMENT ON COLUMN shopper_rfm.recency_days IS 'Days from the last purchase to the last day with an event that is not after tomorrow.';
COMMENT ON COLUMN shopper_rfm.orders IS 'Sessions with a purchase, and purchases without a session.';
COMMENT ON COLUMN shopper_rfm.net IS 'Sum of the prices of what was bought.';
COMMENT ON COLUMN shopper_rfm.recency_score IS '5 for the fifth that bought last.';
COMMENT ON COLUMN shopper_rfm.frequency_score IS '5 for the fifth that bought most often.';
COMMENT ON COLUMN shopper_rfm.monetary_score IS '5 for the fifth that spent most.';
COMMENT ON COLUMN shopper_rfm.rfm IS 'The three scores as the digits of one number.';

COMMENT ON VIEW shopper_churn IS 'Days since the last purchase against the users own rhythm.';
COMMENT ON COLUMN shopper_churn.user_id IS 'Who bought.';
COMMENT ON COLUMN shopper_churn.last_purchase IS 'The last day with a purchase, in UTC.';
COMMENT ON COLUMN shopper_churn.purchase_days IS 'Days with a purchase.';
COMMENT ON COLUMN shopper_churn.days_since IS 'Days from the last purchase to the last day with an event that is not after tomorrow.';
COMMENT ON COLUMN shopper_churn.rhythm_days IS 'Mean days from one purchase day to the next; none after a single one.';
COMMENT ON COLUMN shopper_churn.overdue_ratio IS 'Days since the last purchase in units of the rhythm.';
COMMENT ON COLUMN shopper_churn.status IS 'ACTIVE up to twice the rhythm, AT_RISK up to four times, then LOST; ONCE after a single purchase day.';
