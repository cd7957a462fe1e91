#!/bin/bash
# Follows a real journald, started by hand in a mount namespace of its own, with the original and with Astray side by side,
# over rotations: follow.sh FOLDER COMMAND... writes FOLDER/original and FOLDER/astray.
set -eu
folder=$1
shift
mount -t tmpfs tmpfs /run
mkdir -p /run/systemd/journal /run/log /run/systemd/journald.conf.d /var/log/journal
mount -t tmpfs tmpfs /var/log/journal
mkdir -p "/var/log/journal/$(cat /etc/machine-id)"
touch /run/systemd/journal/flushed
printf '[Journal]\nStorage=persistent\nReadKMsg=no\nAudit=no\nRateLimitBurst=0\n' >/run/systemd/journald.conf.d/test.conf
/usr/lib/systemd/systemd-journald &
trap 'kill $(jobs -p) 2>/dev/null || true' EXIT

# Waits, at most 20 seconds, until a command succeeds.
until_true() {
    for _ in $(seq 200); do
        ! "$@" || return 0
        sleep 0.1
    done
    echo "gave up: $*" >&2
    exit 1
}

say() {
    echo "$1" | systemd-cat -t follow -p "$2"
}

until_true test -S /run/systemd/journal/stdout
say "before anybody looks" info
until_true grep -q "before anybody looks" <(journalctl -o cat --no-pager)
TZ=UTC journalctl -f -n 2 -t follow >"$folder/original" &
TZ=UTC "$@" -f -n 2 -t follow >"$folder/astray" 2>"$folder/complaints" &
until_true grep -q "before anybody looks" "$folder/original"
until_true grep -q "before anybody looks" "$folder/astray"
for i in 1 2 3; do
    say "line $i" info
    journalctl --rotate
    say "line $i after the rotation" err
done
printf 'MESSAGE=native\nSYSLOG_IDENTIFIER=follow\nPRIORITY=4\n' | logger --journald
say "the last line" info
until_true grep -q "the last line" "$folder/original"
until_true grep -q "the last line" "$folder/astray"
