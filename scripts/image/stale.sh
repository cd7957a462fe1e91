# shellcheck shell=sh
# Sourced: is the run image of the source folder $1 missing, or older than what it is built from?
# Every command asks this first, so it starts one process and no more. Folders count, since a deleted file changes only its
# folder; and a word of complaint from find, such as a folder it may not read, counts as stale.
stale() {
    [ ! -f "$1/build/stamp" ] || [ ! -x "$1/build/image/bin/astray" ] ||
        [ -n "$(find "$1/pom.xml" "$1/.mvn" "$1/scripts/image" "$1"/*/pom.xml "$1"/*/src/main \
            -newer "$1/build/stamp" -print -quit 2>&1)" ]
}
