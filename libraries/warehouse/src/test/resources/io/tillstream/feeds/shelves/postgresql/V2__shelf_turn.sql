CREATE TABLE shelf_turn (
    holder varchar(64)
);
