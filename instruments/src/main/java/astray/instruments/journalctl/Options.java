package astray.instruments.journalctl;

import astray.instruments.getopt.Option;
import astray.instruments.getopt.OptionTable;

/** The options that journalctl has: their keys, and what --help says of them. */
final class Options {
    static final int NO_PAGER = 0x100;
    static final int NO_FULL = 0x101;
    static final int NO_TAIL = 0x102;
    static final int THIS_BOOT = 0x103;
    static final int LIST_BOOTS = 0x104;
    static final int SYSTEM = 0x105;
    static final int USER = 0x106;
    static final int FILE = 0x107;
    static final int ROOT = 0x108;
    static final int HEADER = 0x109;
    static final int FACILITY = 0x10a;
    static final int CASE_SENSITIVE = 0x10b;
    static final int VERIFY = 0x10c;
    static final int DISK_USAGE = 0x10d;
    static final int CURSOR_FILE = 0x10e;
    static final int AFTER_CURSOR = 0x10f;
    static final int SHOW_CURSOR = 0x110;
    static final int USER_UNIT = 0x111;
    static final int UTC = 0x112;
    static final int NO_HOSTNAME = 0x113;
    static final int OUTPUT_FIELDS = 0x114;
    static final int NAMESPACE = 0x115;
    static final int VERSION = 0x116;
    static final int WRITING = 0x117;
    static final int WRITING_WITH = 0x118;
    static final int NOT_BUILT = 0x119;

    /** The order is the original's, since it shows where a shortened name is ambiguous. */
    static final OptionTable TABLE = new OptionTable(
            "journalctl",
            Option.flag('h', "help", "this page"),
            Option.flag(VERSION, "version", "which journalctl this is like"),
            Option.flag(NO_PAGER, "no-pager", "do not pipe what is shown into a pager"),
            Option.flag('e', "pager-end", "begin at the end in the pager; of this boot, 1000 lines"),
            Option.flag('f', "follow", "go on as entries are written"),
            Option.flag(WRITING, "force", ""),
            Option.value('o', "output", "short, short-full, short-iso, …; \"help\" lists all"),
            Option.flag('a', "all", "whole fields, unprintable ones too"),
            Option.flag('l', "full", "do not cut lines"),
            Option.flag(NO_FULL, "no-full", "cut lines at the width of the terminal"),
            new Option('n', "lines", Option.Argument.OPTIONAL, "only the last lines: a number or \"all\"; else 10"),
            Option.flag(NO_TAIL, "no-tail", "all lines, with -f too"),
            Option.flag(NOT_BUILT, "new-id128", ""),
            Option.flag('q', "quiet", "no words about boots, and no warnings"),
            Option.flag('m', "merge", "journals of other machines too"),
            Option.flag(THIS_BOOT, "this-boot", ""),
            new Option('b', "boot", Option.Argument.OPTIONAL, "only a boot: by id, by number from the last, \"all\""),
            Option.flag(LIST_BOOTS, "list-boots", "the boots there are"),
            Option.flag('k', "dmesg", "only the kernel, of this boot"),
            Option.flag(SYSTEM, "system", "the system's journal"),
            Option.flag(USER, "user", "this user's journal"),
            Option.value('D', "directory", "the journal files of a folder"),
            Option.value(FILE, "file", "a journal file, or a pattern of files; may be repeated"),
            Option.value(ROOT, "root", "the journal of a system below a folder"),
            Option.value(NOT_BUILT, "image", ""),
            Option.flag(HEADER, "header", "what the headers of the files say"),
            Option.value('t', "identifier", "only of this syslog identifier; may be repeated"),
            Option.value('p', "priority", "only this priority and worse, or a range FROM..TO"),
            Option.value(FACILITY, "facility", "only these facilities; \"help\" lists all"),
            Option.value('g', "grep", "only messages that match a pattern"),
            new Option(
                    CASE_SENSITIVE, "case-sensitive", Option.Argument.OPTIONAL, "whether case counts in the pattern"),
            Option.flag(WRITING, "setup-keys", ""),
            Option.value(WRITING_WITH, "interval", ""),
            Option.flag(VERIFY, "verify", "check the files"),
            Option.value(NOT_BUILT, "verify-key", ""),
            Option.flag(DISK_USAGE, "disk-usage", "how much the files take"),
            Option.value('c', "cursor", "begin at the entry of a cursor"),
            Option.value(CURSOR_FILE, "cursor-file", "begin behind the cursor in a file, and keep the last one there"),
            Option.value(AFTER_CURSOR, "after-cursor", "begin behind the entry of a cursor"),
            Option.flag(SHOW_CURSOR, "show-cursor", "end with the cursor of the last entry"),
            Option.value('S', "since", "only from a time on"),
            Option.value('U', "until", "only up to a time"),
            Option.value('u', "unit", "only of a unit, or units by a pattern; may be repeated"),
            Option.value(USER_UNIT, "user-unit", "only of a user's unit; may be repeated"),
            Option.value('F', "field", "the values of a field"),
            Option.flag('N', "fields", "the names of all fields"),
            Option.flag(NOT_BUILT, "catalog", ""),
            Option.flag(NOT_BUILT, "list-catalog", ""),
            Option.flag(NOT_BUILT, "dump-catalog", ""),
            Option.flag(WRITING, "update-catalog", ""),
            Option.flag('r', "reverse", "the newest first"),
            Option.value(NOT_BUILT, "machine", ""),
            Option.flag(UTC, "utc", "times in UTC"),
            Option.flag(WRITING, "flush", ""),
            Option.flag(WRITING, "relinquish-var", ""),
            Option.flag(WRITING, "smart-relinquish-var", ""),
            Option.flag(WRITING, "sync", ""),
            Option.flag(WRITING, "rotate", ""),
            Option.value(WRITING_WITH, "vacuum-size", ""),
            Option.value(WRITING_WITH, "vacuum-files", ""),
            Option.value(WRITING_WITH, "vacuum-time", ""),
            Option.flag(NO_HOSTNAME, "no-hostname", "leave the host's name out"),
            Option.value(OUTPUT_FIELDS, "output-fields", "only these fields in -o verbose, export, json, cat"),
            Option.value(NAMESPACE, "namespace", "the journal of a namespace, \"*\" for all"),
            Option.flag('x', "", ""),
            Option.value('M', "", ""));

    private Options() {}

    /** The page of --help. */
    static String help() {
        return """
                usage: journalctl [OPTION...] [MATCH...]

                Entries of systemd's journal. A match is FIELD=value, or the path of a
                program or device; matches of one field are alternatives, "+" separates
                alternatives of all.

                """ + TABLE.help();
    }
}
