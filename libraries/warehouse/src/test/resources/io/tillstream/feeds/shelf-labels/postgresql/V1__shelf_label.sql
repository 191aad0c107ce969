CREATE TABLE shelf_label (
    label_id varchar(64) NOT NULL
);
