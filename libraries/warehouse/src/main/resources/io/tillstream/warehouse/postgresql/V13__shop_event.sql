CREATE TABLE shop_event (
    event_id      varchar(64)    NOT NULL,
    event_time    timestamptz    NOT NULL,
    event_type    varchar(16)    NOT NULL,
    product_id    varchar(64)    NOT NULL,
    category_id   varchar(64)    NOT NULL,
    category_code varchar(256),
    brand         varchar(128),
    price         decimal(18, 4) NOT NULL,
    user_id       varchar(64)    NOT NULL,
    session_id    varchar(64),
    store_id      varchar(64),
    received_at   timestamptz    NOT NULL,
    attributes    jsonb,
    loaded_at     timestamptz    NOT NULL
);

-- An event belongs to its shop; events without a shop share one space.
CREATE UNIQUE INDEX shop_event_identity ON shop_event (event_id, store_id) NULLS NOT DISTINCT;
CREATE INDEX shop_event_time ON shop_event USING brin (event_time);
CREATE INDEX shop_event_user ON shop_event (user_id);
CREATE INDEX shop_event_session ON shop_event (session_id) WHERE session_id IS NOT NULL;

CREATE TABLE shop_event_turn (
    holder varchar(64)
);
