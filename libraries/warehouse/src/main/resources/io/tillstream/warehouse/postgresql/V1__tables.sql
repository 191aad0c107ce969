CREATE TABLE sales_line (
    invoice_no   varchar(64)    NOT NULL,
    stock_code   varchar(64)    NOT NULL,
    line_id      varchar(64)    NOT NULL,
    description  varchar(1000),
    quantity     bigint         NOT NULL,
    invoice_date timestamp(0)   NOT NULL,
    unit_price   decimal(18, 4) NOT NULL,
    line_total   decimal(38, 4) NOT NULL,
    customer_id  varchar(64),
    country      varchar(64)    NOT NULL,
    kind         varchar(16)    NOT NULL,
    store_id     varchar(64),
    attributes   jsonb,
    loaded_at    timestamptz    NOT NULL,
    PRIMARY KEY (invoice_no, stock_code, line_id)
);

CREATE INDEX sales_line_invoice_date ON sales_line USING brin (invoice_date);

CREATE TABLE load_history (
    object        varchar(1200) NOT NULL,
    etag          varchar(128)  NOT NULL,
    load_id       varchar(64)   NOT NULL,
    rows          bigint        NOT NULL,
    merged        bigint        NOT NULL,
    already_there bigint        NOT NULL,
    rejected      bigint        NOT NULL,
    loaded_at     timestamptz   NOT NULL,
    PRIMARY KEY (object, etag)
);

CREATE TABLE load_failure (
    object          varchar(1200) NOT NULL,
    etag            varchar(128)  NOT NULL,
    reason          varchar(1000) NOT NULL,
    attempts        integer       NOT NULL,
    first_failed_at timestamptz   NOT NULL,
    last_failed_at  timestamptz   NOT NULL,
    PRIMARY KEY (object, etag)
);

CREATE TABLE load_turn (
    holder varchar(64)
);
