CREATE TABLE stock_movement (
    movement_id varchar(64)  NOT NULL,
    moved_at    timestamptz  NOT NULL,
    sku         varchar(64)  NOT NULL,
    quantity    bigint       NOT NULL,
    reason      varchar(100) NOT NULL,
    store_id    varchar(64),
    received_at timestamptz  NOT NULL,
    attributes  jsonb,
    loaded_at   timestamptz  NOT NULL
);

CREATE UNIQUE INDEX stock_movement_identity ON stock_movement (movement_id, store_id) NULLS NOT DISTINCT;

CREATE TABLE stock_movement_turn (
    holder varchar(64)
);
