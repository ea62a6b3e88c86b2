-- +goose Up

-- A room is known from its first event on. After it is deleted the row stays
-- as a tombstone without content, so that a node that slept through the
-- deletion cannot write the room back to life.
--
-- abreast is true, always: an append sets it to whether the room is alive and
-- the writer has seen the whole log, so a writer who has not breaks the check
-- and with it its transaction.
CREATE TABLE rooms (
    org     text    NOT NULL,
    room    text    NOT NULL,
    epoch   text    NOT NULL,
    deleted bigint  NOT NULL,
    abreast boolean NOT NULL CHECK (abreast),
    PRIMARY KEY (room),
    UNIQUE (org, room)
);

-- The log. seq is chosen by the writer and the primary key decides who won;
-- cmd makes a command that is sent twice take effect once.
CREATE TABLE events (
    org  text   NOT NULL,
    room text   NOT NULL,
    seq  bigint NOT NULL,
    cmd  text   NOT NULL,
    at   bigint NOT NULL,
    seat text   NOT NULL,
    kind text   NOT NULL,
    body text   NOT NULL,
    PRIMARY KEY (room, seq),
    UNIQUE (room, cmd),
    FOREIGN KEY (org, room) REFERENCES rooms (org, room)
);

-- What is behind a slip until its vote is counted. No time, no position and
-- nothing that says when a row was written: who chose what must not be
-- readable from the order. The rows of a vote are deleted when it is counted.
CREATE TABLE ballots (
    org    text NOT NULL,
    room   text NOT NULL,
    vote   text NOT NULL,
    slip   text NOT NULL,
    choice text NOT NULL,
    PRIMARY KEY (room, vote, slip),
    FOREIGN KEY (org, room) REFERENCES rooms (org, room)
);

-- What is about a person. The log holds ids only, so that this can be erased.
CREATE TABLE people (
    org  text NOT NULL,
    room text NOT NULL,
    id   text NOT NULL,
    kind text NOT NULL,
    body text NOT NULL,
    PRIMARY KEY (room, id, kind),
    FOREIGN KEY (org, room) REFERENCES rooms (org, room)
);

-- The tables that others may read with plain SQL. All times are unix
-- milliseconds, 0 is not yet; all dates are YYYY-MM-DD, empty is not decided.
CREATE TABLE meetings (
    org       text   NOT NULL,
    room      text   NOT NULL,
    code      text   NOT NULL,
    title     text   NOT NULL,
    lang      text   NOT NULL,
    status    text   NOT NULL,
    decides   text   NOT NULL,
    answer_by text   NOT NULL,
    created   bigint NOT NULL,
    started   bigint NOT NULL,
    finished  bigint NOT NULL,
    PRIMARY KEY (room),
    FOREIGN KEY (org, room) REFERENCES rooms (org, room)
);

-- A join code leads to one meeting, whoever's it is: phones know no org.
CREATE UNIQUE INDEX meetings_code ON meetings (code) WHERE code <> '';

CREATE TABLE measures (
    org         text    NOT NULL,
    room        text    NOT NULL,
    id          text    NOT NULL,
    title       text    NOT NULL,
    cluster     text    NOT NULL,
    responsible text    NOT NULL,
    first       text    NOT NULL,
    due         text    NOT NULL,
    status      text    NOT NULL,
    follow_up   boolean NOT NULL,
    at          bigint  NOT NULL,
    PRIMARY KEY (room, id),
    FOREIGN KEY (org, room) REFERENCES rooms (org, room)
);

CREATE TABLE decisions (
    org    text   NOT NULL,
    room   text   NOT NULL,
    id     text   NOT NULL,
    title  text   NOT NULL,
    reason text   NOT NULL,
    at     bigint NOT NULL,
    PRIMARY KEY (room, id),
    FOREIGN KEY (org, room) REFERENCES rooms (org, room)
);

CREATE TABLE tallies (
    org     text   NOT NULL,
    room    text   NOT NULL,
    vote    text   NOT NULL,
    option  text   NOT NULL,
    title   text   NOT NULL,
    number  bigint NOT NULL,
    votes   bigint NOT NULL,
    ballots bigint NOT NULL,
    PRIMARY KEY (room, vote, option),
    FOREIGN KEY (org, room) REFERENCES rooms (org, room)
);
