CREATE TABLE load_mark (
    source   varchar(1200) NOT NULL PRIMARY KEY,
    reached  timestamptz   NOT NULL,
    swept_at timestamptz
);
