package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"dugnad/store"
)

// backup writes a copy of all meetings to a file, while they are served.
func backup(ctx context.Context, c Config, args []string, out io.Writer) error {
	if len(args) != 1 || strings.HasPrefix(args[0], "-") && args[0] != "-" {
		return errors.New("say where the copy is to lie: dugnad backup FILE, or a folder, or - for standard out")
	}
	if _, err := c.check(); err != nil {
		return err
	}
	from := store.Options{URL: c.Database, Dir: c.DataDir}
	if args[0] == "-" {
		_, err := store.Backup(ctx, from, build(), out)
		return err
	}
	path := args[0]
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		path = filepath.Join(path, "dugnad-"+time.Now().UTC().Format("2006-01-02T150405Z")+".jsonl.gz")
	}
	made, err := whole(path, func(to io.Writer) (store.Copy, error) { return store.Backup(ctx, from, build(), to) })
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%s holds %s\n", path, counted(made))
	fmt.Fprintf(out, "  Ballots of votes that are open are not in it. The keys are not in it either: keep %s once, in another place.\n", c.keysAt())
	_, err = fmt.Fprintln(out, "  It holds what people have written, and addresses: keep it as you keep the database, and no longer than 30 days.")
	return err
}

// whole makes a file that is there in full or not at all, and that only we can read.
// One that is there already is left alone.
func whole(path string, write func(io.Writer) (store.Copy, error)) (made store.Copy, err error) {
	if _, err := os.Stat(path); err == nil {
		return made, fmt.Errorf("%s is there already: give the copy another name", path)
	}
	part := path + ".part"
	f, err := os.OpenFile(part, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return made, fileTrouble("written", err)
	}
	defer os.Remove(part) // not there when all went well
	to := &listener{to: f}
	if made, err = write(to); to.err != nil {
		err = fileTrouble("written", to.err)
	}
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return made, err
	}
	return made, os.Rename(part, path)
}

// fileTrouble is not wrapped: what is wrong with the file of a copy says nothing of
// the data folder.
func fileTrouble(done string, err error) error {
	return fmt.Errorf("the copy cannot be %s: %v", done, err)
}

// listener remembers what is wrong with what it writes to.
type listener struct {
	to  io.Writer
	err error
}

func (l *listener) Write(b []byte) (int, error) {
	n, err := l.to.Write(b)
	if err != nil {
		l.err = err
	}
	return n, err
}

// keysAt says where the keys lie, which are in no copy.
func (c Config) keysAt() string {
	switch {
	case c.JWTKeys != "" && c.Operator != "":
		return "DUGNAD_JWT_KEYS and DUGNAD_OPERATOR_KEY"
	case c.JWTKeys != "":
		return "DUGNAD_JWT_KEYS"
	}
	return c.file("jwt.keys") + " and " + c.file("operator.key")
}

func counted(c store.Copy) string {
	return fmt.Sprintf("%d meetings, %d events and %d lines about people, as of %s", c.Rows["meetings"], c.Rows["events"], c.Rows["people"],
		time.UnixMilli(c.Made).UTC().Format(time.RFC3339))
}

// restore puts a copy into an empty database, on either engine.
func restore(ctx context.Context, c Config, args []string, out io.Writer) error {
	flags := flag.NewFlagSet("restore", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	var back store.Back
	check := flags.Bool("check", false, "")
	flags.BoolVar(&back.Moved, "move", false, "")
	without := flags.String("without", "", "")
	if err := flags.Parse(args); err != nil || flags.NArg() != 1 {
		return errors.New("say which copy: dugnad restore [-check] [-move] [-without ROOM,ROOM] FILE, or - for standard in")
	}
	from := os.Stdin
	if path := flags.Arg(0); path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return fileTrouble("read", err)
		}
		defer f.Close()
		from = f
	}
	if *check {
		made, err := store.CheckCopy(from)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(out, "the copy is whole: %s\n", counted(made))
		return err
	}
	p, err := c.check()
	if err != nil {
		return err
	}
	back.Without = strings.FieldsFunc(*without, func(r rune) bool { return r == ',' || r == ' ' })
	done, err := store.Restore(ctx, store.Options{URL: c.Database, Dir: c.DataDir, Mails: p.mail != nil}, back, from)
	if err != nil {
		return err
	}
	return tellRestored(out, done, back, c)
}

func tellRestored(out io.Writer, done store.Restored, back store.Back, c Config) error {
	var b strings.Builder
	fmt.Fprintf(&b, "put back: %s\n", counted(done.Copy))
	fmt.Fprintf(&b, "  %d meetings are here. Phones that have seen more are shown what there is now.\n", done.Meetings)
	if done.Deleted > 0 {
		fmt.Fprintf(&b, "  %d are deleted, because their time was over or you asked for it.\n", done.Deleted)
	}
	if done.Cancelled > 0 {
		fmt.Fprintf(&b, "  %d votes were open when the copy was made. Ballots are in no copy, so they are cancelled: open them again.\n", done.Cancelled)
	}
	for _, id := range done.Unreadable {
		fmt.Fprintf(&b, "  Room %s holds something this version cannot read, and is shown as far as it can be.\n", id)
	}
	if !back.Moved {
		b.WriteString("  Whatever somebody deleted after the copy was made is back. The follow-up groups are told; docs/drift.md says how to find it in the log.\n")
	}
	fmt.Fprintf(&b, "  The keys are not in a copy: %s must be what they were, or everybody must come in anew.\n", c.keysAt())
	_, err := io.WriteString(out, b.String())
	return err
}
