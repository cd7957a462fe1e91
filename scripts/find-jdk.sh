# shellcheck shell=sh
# Sourced, not run: finds a JDK 25 and puts its folder into JDK, or leaves JDK empty.
#
# JAVA_HOME comes first, then the tools on PATH, then the folders in which JDKs are usually installed:
# the default java of a machine is often older than the one this project needs.
# A JDK says its version in its file "release", so no java has to be started to ask.

jdk_is_25() {
    [ -x "$1/bin/javac" ] && [ -x "$1/bin/jlink" ] && [ -r "$1/release" ] || return 1
    while IFS= read -r line; do
        case $line in
        'JAVA_VERSION="25"'* | 'JAVA_VERSION="25.'* | 'JAVA_VERSION="25-'*) return 0 ;;
        esac
    done <"$1/release"
    return 1
}

# The folder of the JDK that a tool on PATH belongs to, through any symbolic links.
jdk_of_tool() {
    tool=$(command -v "$1") && tool=$(readlink -f "$tool") && printf '%s\n' "${tool%/bin/*}"
}

find_jdk() {
    JDK=
    for candidate in \
        "${JAVA_HOME:-}" \
        "$(jdk_of_tool javac)" \
        "$(jdk_of_tool java)" \
        /usr/lib/jvm/* /opt/* /opt/*/* /usr/java/* /usr/local/* /usr/local/lib/jvm/* \
        "${HOME:-/nonexistent}"/.sdkman/candidates/java/* \
        "${HOME:-/nonexistent}"/.jdks/* \
        "${HOME:-/nonexistent}"/.local/share/mise/installs/java/* \
        "${HOME:-/nonexistent}"/.asdf/installs/java/*; do
        if [ -n "$candidate" ] && jdk_is_25 "$candidate"; then
            # shellcheck disable=SC2034 # read by whoever sources this
            JDK=$candidate
            return 0
        fi
    done
    return 1
}

# One line for people, and nothing else, when there is none.
require_jdk() {
    find_jdk && return 0
    echo "astray: no JDK 25 was found (JAVA_HOME, PATH, /usr/lib/jvm, /opt, ~/.sdkman, ~/.jdks); install one, for example \"apt-get install openjdk-25-jdk-headless\" or Temurin 25 from adoptium.net, or set JAVA_HOME" >&2
    exit 2
}

# Builds with it from here on, in a locale in which Java can open a folder with any name.
use_jdk() {
    require_jdk
    JAVA_HOME=$JDK
    LC_ALL=C.UTF-8
    export JAVA_HOME LC_ALL
}
