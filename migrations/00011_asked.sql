-- +goose Up

-- Ways back in that were asked for by mail, for an hour. who is a keyed hash of
-- the address; a place in the hour is taken by writing its row, so that of
-- several nodes who count at once no two count the same.
CREATE TABLE asked (
    org  text   NOT NULL,
    who  text   NOT NULL,
    slot bigint NOT NULL,
    at   bigint NOT NULL,
    PRIMARY KEY (org, who, slot)
);
