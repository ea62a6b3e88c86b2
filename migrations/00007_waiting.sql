-- +goose Up

-- Phones that wait outside with four digits for a neighbour to type, for three
-- minutes at most. phone is a hash of what the phone made up for itself; room
-- and seat are who typed the digits, empty until somebody has.
CREATE TABLE waiting (
    org    text   NOT NULL,
    digits text   NOT NULL,
    phone  text   NOT NULL,
    at     bigint NOT NULL,
    room   text   NOT NULL,
    seat   text   NOT NULL,
    PRIMARY KEY (org, digits)
);

CREATE UNIQUE INDEX waiting_phone ON waiting (org, phone);
