-- Widths count bytes here, and a character of UTF-8 has up to four. Keys are not enforced, but the planner uses them.
CREATE TABLE sales_line (
    invoice_no   varchar(64)    NOT NULL ENCODE zstd,
    stock_code   varchar(256)   NOT NULL ENCODE zstd,
    line_id      varchar(256)   NOT NULL ENCODE zstd,
    description  varchar(4000)  ENCODE zstd,
    quantity     bigint         NOT NULL ENCODE az64,
    invoice_date timestamp      NOT NULL,
    unit_price   decimal(18, 4) NOT NULL ENCODE az64,
    line_total   decimal(38, 4) NOT NULL ENCODE az64,
    customer_id  varchar(256)   ENCODE zstd,
    country      varchar(256)   NOT NULL ENCODE bytedict,
    kind         varchar(16)    NOT NULL ENCODE bytedict,
    store_id     varchar(256)   ENCODE zstd,
    attributes   super,
    loaded_at    timestamptz    NOT NULL ENCODE az64,
    PRIMARY KEY (invoice_no, stock_code, line_id)
)
DISTSTYLE KEY DISTKEY (invoice_no)
COMPOUND SORTKEY (invoice_date);

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
)
DISTSTYLE ALL SORTKEY (object);

CREATE TABLE load_failure (
    object          varchar(1200) NOT NULL,
    etag            varchar(128)  NOT NULL,
    reason          varchar(4000) NOT NULL,
    attempts        integer       NOT NULL,
    first_failed_at timestamptz   NOT NULL,
    last_failed_at  timestamptz   NOT NULL,
    PRIMARY KEY (object, etag)
)
DISTSTYLE ALL SORTKEY (object);

CREATE TABLE load_turn (
    holder varchar(64)
)
DISTSTYLE ALL;
