-- A line belongs to its shop; lines without a shop share one space.
ALTER TABLE sales_line DROP CONSTRAINT sales_line_pkey;
ALTER TABLE sales_line ADD COLUMN received_at timestamptz;
CREATE UNIQUE INDEX sales_line_identity ON sales_line (invoice_no, stock_code, line_id, store_id) NULLS NOT DISTINCT;

ALTER TABLE load_history ADD COLUMN conflicting bigint NOT NULL DEFAULT 0;
