CREATE TABLE stock_movement (
    movement_id varchar(256) NOT NULL,
    moved_at    timestamptz  NOT NULL,
    sku         varchar(256) NOT NULL,
    quantity    bigint       NOT NULL,
    reason      varchar(400) NOT NULL,
    store_id    varchar(256),
    received_at timestamptz  NOT NULL,
    attributes  super,
    loaded_at   timestamptz  NOT NULL
)
DISTSTYLE KEY DISTKEY (sku)
COMPOUND SORTKEY (moved_at);

CREATE TABLE stock_movement_turn (
    holder varchar(64)
)
DISTSTYLE ALL;
