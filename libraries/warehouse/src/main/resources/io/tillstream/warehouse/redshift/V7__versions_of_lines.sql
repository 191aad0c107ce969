-- A line belongs to its shop, and lines without a shop share one space: no key that the planner could rely on says that.
ALTER TABLE sales_line DROP CONSTRAINT sales_line_pkey;
ALTER TABLE sales_line ADD COLUMN received_at timestamptz ENCODE az64;

ALTER TABLE load_history ADD COLUMN conflicting bigint NOT NULL DEFAULT 0;
