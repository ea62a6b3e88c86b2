-- +goose Up

-- What an organisation needs to see its meetings together. A rehearsal is none
-- of them. says is the sentence with the status; words and more are the stems of
-- the title and of the rest, to be searched: one space is a row without any, and
-- nothing at all a row that has not been read yet.
ALTER TABLE meetings ADD COLUMN practice boolean NOT NULL DEFAULT false;
ALTER TABLE meetings ADD COLUMN demo boolean NOT NULL DEFAULT false;
ALTER TABLE measures ADD COLUMN says text NOT NULL DEFAULT '';
ALTER TABLE measures ADD COLUMN words text NOT NULL DEFAULT '';
ALTER TABLE measures ADD COLUMN more text NOT NULL DEFAULT '';
