-- +goose Up

-- What the group keeps around its measures. words are the stems that a row is
-- searched by.
ALTER TABLE decisions ADD COLUMN words text NOT NULL DEFAULT '';

-- What a number of a scheme is: asked for, given, used, left; empty is what the
-- measure counts.
ALTER TABLE numbers ADD COLUMN what text NOT NULL DEFAULT '';

-- What a table set aside, and what nobody chose, as long as it is neither taken up
-- nor redacted.
CREATE TABLE asides (
    org   text NOT NULL,
    room  text NOT NULL,
    id    text NOT NULL,
    title text NOT NULL,
    words text NOT NULL,
    PRIMARY KEY (room, id),
    FOREIGN KEY (org, room) REFERENCES rooms (org, room)
);

-- The group's own calendar.
CREATE TABLE dates (
    org   text NOT NULL,
    room  text NOT NULL,
    id    text NOT NULL,
    day   text NOT NULL,
    kind  text NOT NULL,
    title text NOT NULL,
    PRIMARY KEY (room, id),
    FOREIGN KEY (org, room) REFERENCES rooms (org, room)
);

-- Those who have asked to stand on the open list. fold is what the list is put
-- together by: a kommune that writes its name in two ways has one line.
CREATE TABLE listings (
    org         text    NOT NULL,
    room        text    NOT NULL,
    kommune     text    NOT NULL,
    fold        text    NOT NULL,
    coordinator boolean NOT NULL,
    address     text    NOT NULL,
    PRIMARY KEY (room),
    FOREIGN KEY (org, room) REFERENCES rooms (org, room)
);
