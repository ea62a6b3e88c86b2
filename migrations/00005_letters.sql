-- +goose Up

-- Letters that are to be sent, and those that were. The key is what makes it
-- one for each purpose, occasion and person. No address stands here: it is the
-- person's row in people, and a letter to somebody who is gone is to nobody.
-- due is when it is next to be tried, or until when somebody is trying; sent and
-- failed are times, 0 is not.
CREATE TABLE letters (
    org     text   NOT NULL,
    room    text   NOT NULL,
    purpose text   NOT NULL,
    about   text   NOT NULL,
    person  text   NOT NULL,
    kind    text   NOT NULL,
    due     bigint NOT NULL,
    tries   bigint NOT NULL,
    sent    bigint NOT NULL,
    failed  bigint NOT NULL,
    PRIMARY KEY (room, purpose, about, person),
    FOREIGN KEY (org, room) REFERENCES rooms (org, room)
);

CREATE INDEX letters_due ON letters (org, sent, failed, due);
CREATE INDEX people_kind ON people (org, kind);
