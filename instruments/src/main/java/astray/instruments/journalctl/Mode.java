package astray.instruments.journalctl;

import org.jspecify.annotations.Nullable;

/** How entries are printed: the words of {@code -o}. */
enum Mode {
    SHORT("short"),
    SHORT_FULL("short-full"),
    SHORT_ISO("short-iso"),
    SHORT_ISO_PRECISE("short-iso-precise"),
    SHORT_PRECISE("short-precise"),
    SHORT_MONOTONIC("short-monotonic"),
    SHORT_DELTA("short-delta"),
    SHORT_UNIX("short-unix"),
    VERBOSE("verbose"),
    EXPORT("export"),
    JSON("json"),
    JSON_PRETTY("json-pretty"),
    JSON_SSE("json-sse"),
    JSON_SEQ("json-seq"),
    CAT("cat"),
    WITH_UNIT("with-unit");

    final String word;

    Mode(String word) {
        this.word = word;
    }

    static @Nullable Mode of(String word) {
        for (Mode mode : values()) {
            if (mode.word.equals(word)) {
                return mode;
            }
        }
        return null;
    }

    boolean isJson() {
        return this == JSON || this == JSON_PRETTY || this == JSON_SSE || this == JSON_SEQ;
    }

    /** Whether it is read by programs: then nothing stands between the entries. */
    boolean isBare() {
        return isJson() || this == EXPORT || this == CAT;
    }
}
