-- +goose Up

-- The pictures that slides show, as base64: no engine has to know what they
-- are. They are read one at a time and by their id alone.
CREATE TABLE pictures (
    org  text NOT NULL,
    room text NOT NULL,
    id   text NOT NULL,
    kind text NOT NULL,
    body text NOT NULL,
    PRIMARY KEY (room, id),
    FOREIGN KEY (org, room) REFERENCES rooms (org, room)
);
