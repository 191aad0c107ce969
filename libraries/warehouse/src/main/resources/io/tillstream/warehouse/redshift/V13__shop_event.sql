-- Widths count bytes here. What is asked of events is asked by session, so a session lies on one slice.
CREATE TABLE shop_event (
    event_id      varchar(256)   NOT NULL ENCODE zstd,
    event_time    timestamptz    NOT NULL,
    event_type    varchar(16)    NOT NULL ENCODE bytedict,
    product_id    varchar(256)   NOT NULL ENCODE zstd,
    category_id   varchar(256)   NOT NULL ENCODE zstd,
    category_code varchar(1024)  ENCODE zstd,
    brand         varchar(512)   ENCODE zstd,
    price         decimal(18, 4) NOT NULL ENCODE az64,
    user_id       varchar(256)   NOT NULL ENCODE zstd,
    session_id    varchar(64)    ENCODE zstd,
    store_id      varchar(256)   ENCODE zstd,
    received_at   timestamptz    NOT NULL ENCODE az64,
    attributes    super,
    loaded_at     timestamptz    NOT NULL ENCODE az64
)
DISTSTYLE KEY DISTKEY (session_id)
COMPOUND SORTKEY (event_time);

CREATE TABLE shop_event_turn (
    holder varchar(64)
)
DISTSTYLE ALL;
