-- What is void stays void, whatever is loaded later.
CREATE TABLE voided_line (
    invoice_no varchar(64)   NOT NULL,
    stock_code varchar(64)   NOT NULL,
    line_id    varchar(64)   NOT NULL,
    store_id   varchar(64),
    reason     varchar(1000) NOT NULL,
    voided_by  varchar(255),
    voided_at  timestamptz   NOT NULL,
    loaded_at  timestamptz   NOT NULL
);
CREATE UNIQUE INDEX voided_line_identity ON voided_line (invoice_no, stock_code, line_id, store_id) NULLS NOT DISTINCT;
