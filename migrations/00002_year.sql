-- +goose Up

-- What the follow-up group says of a measure through the year. Parts are the
-- places of a routine, or those who have been asked to say yes.
ALTER TABLE measures ADD COLUMN kind text NOT NULL DEFAULT 'tiltak';
ALTER TABLE measures ADD COLUMN deputy text NOT NULL DEFAULT '';
ALTER TABLE measures ADD COLUMN lasts text NOT NULL DEFAULT '';
ALTER TABLE measures ADD COLUMN sign text NOT NULL DEFAULT '';
ALTER TABLE measures ADD COLUMN reason text NOT NULL DEFAULT '';
ALTER TABLE measures ADD COLUMN help boolean NOT NULL DEFAULT false;
ALTER TABLE measures ADD COLUMN confirmed bigint NOT NULL DEFAULT 0;
ALTER TABLE measures ADD COLUMN closed bigint NOT NULL DEFAULT 0;
ALTER TABLE measures ADD COLUMN parts bigint NOT NULL DEFAULT 0;
ALTER TABLE measures ADD COLUMN parts_done bigint NOT NULL DEFAULT 0;

-- How many, when, and who says so. known is false for *vet vi ikke ennå*.
CREATE TABLE numbers (
    org     text    NOT NULL,
    room    text    NOT NULL,
    measure text    NOT NULL,
    id      text    NOT NULL,
    day     text    NOT NULL,
    known   boolean NOT NULL,
    value   bigint  NOT NULL,
    source  text    NOT NULL,
    PRIMARY KEY (room, measure, id),
    FOREIGN KEY (org, room) REFERENCES rooms (org, room)
);

-- The promised answer to those who were there, and how it was kept.
CREATE TABLE answers (
    org            text   NOT NULL,
    room           text   NOT NULL,
    promised       text   NOT NULL,
    first_promised text   NOT NULL,
    published      bigint NOT NULL,
    corrected      bigint NOT NULL,
    PRIMARY KEY (room),
    FOREIGN KEY (org, room) REFERENCES rooms (org, room)
);

-- When the house has something to do in a room that may be asleep: a status
-- grows old, an answer is due, something has been kept long enough.
CREATE TABLE wakes (
    org  text   NOT NULL,
    room text   NOT NULL,
    at   bigint NOT NULL,
    PRIMARY KEY (room),
    FOREIGN KEY (org, room) REFERENCES rooms (org, room)
);

CREATE INDEX wakes_at ON wakes (org, at);
