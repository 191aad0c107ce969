-- What is void stays void, whatever is loaded later.
CREATE TABLE voided_line (
    invoice_no varchar(64)   NOT NULL,
    stock_code varchar(256)  NOT NULL,
    line_id    varchar(256)  NOT NULL,
    store_id   varchar(256),
    reason     varchar(4000) NOT NULL,
    voided_by  varchar(1020),
    voided_at  timestamptz   NOT NULL,
    loaded_at  timestamptz   NOT NULL
);
