#!/bin/sh
# Makes every generated file again and fails if one of them was stale. What it
# made stays, ready to be looked at and committed.
set -eu

made="web/src/gen web/locales docs"
fingerprint() { find $made -type f -exec cksum {} + | sort -k 3; }

before=$(fingerprint)
go run ./internal/tsgen
go generate ./cmd/dugnad
(cd web && node words.mjs)
after=$(fingerprint)

if [ "$before" != "$after" ]; then
	echo "these were stale, and have been made again:"
	printf '%s\n%s\n' "$before" "$after" | sort -k 3 | uniq -u | awk '{ print $3 }' | uniq
	exit 1
fi
