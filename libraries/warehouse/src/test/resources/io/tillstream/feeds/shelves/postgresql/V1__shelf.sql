CREATE TABLE shelf (
    shelf_id varchar(64) NOT NULL
);
