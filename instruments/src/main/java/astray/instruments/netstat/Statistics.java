package astray.instruments.netstat;

import astray.instruments.ClosedOutput;
import astray.instruments.Output;
import astray.kernel.Errno;
import astray.kernel.proc.Counters;
import astray.kernel.proc.NetFile;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The counters of each protocol, in words. */
final class Statistics {
    private static final int INDENT = 4;

    private final Settings settings;
    private final Sources sources;
    private final Output out;

    /** How deep rows are indented: more below a histogram's heading, and so on until a group that has wordings. */
    private int indent = INDENT;

    private char histogram;
    private @Nullable ClosedOutput closed;

    Statistics(Settings settings, Sources sources, Output out) {
        this.settings = settings;
        this.sources = sources;
        this.out = out;
    }

    /**
     * Prints them.
     *
     * @return why a file could not be read; {@code null} when all were
     */
    @Nullable
    Errno print(boolean inet6) throws IOException {
        Errno wrong;
        if (inet6) {
            wrong = print("snmp6", null);
            if (wrong == null && settings.tcp) {
                wrong = print("snmp", "Tcp");
            }
        } else {
            wrong = print("snmp", null);
            if (wrong == null) {
                wrong = print("netstat", null);
            }
        }
        if (closed != null) {
            throw closed;
        }
        return wrong;
    }

    private @Nullable Errno print(String file, @Nullable String only) {
        enter((char) 0);
        switch (sources.net().read(file)) {
            case NetFile.Whole whole -> {
                Section section = new Section(file.equals("snmp6"), only);
                (file.equals("snmp6") ? Counters.ofLines(whole.bytes()) : Counters.ofTable(whole.bytes()))
                        .forEach(section::counter);
                return null;
            }
            case NetFile.Unreadable(Errno errno) -> {
                return errno;
            }
        }
    }

    /** Goes through the counters of a file. */
    private final class Section {
        private final boolean inet6;
        private final @Nullable String only;
        private String current = "";
        private boolean shown;

        Section(boolean inet6, @Nullable String only) {
            this.inet6 = inet6;
            this.only = only;
        }

        void counter(String given, String name, long value) {
            String group = inet6 ? group6(name) : given;
            if (!group.equals(current)) {
                current = group;
                shown = only == null ? wanted(settings, group) : only.equals(group);
                if (Wordings.knows(group) || Wordings6.knows(group)) {
                    enter((char) 0);
                }
                if (shown) {
                    out.text(UnixSockets.path(group)).put(':');
                    line();
                }
            }
            if (shown) {
                row(inet6 ? Wordings6.of(group, name) : Wordings.of(group, name), name, value);
            }
        }
    }

    /** The group of a counter of IPv6: what stands before and with the 6. */
    static String group6(String name) {
        int six = name.indexOf('6');
        return six < 0 ? name : name.substring(0, six + 1);
    }

    /** Groups that belong to no protocol are always wanted. */
    static boolean wanted(Settings settings, String group) {
        return switch (group) {
            case "Ip", "Icmp", "Ip6", "Icmp6" -> settings.raw;
            case "Tcp", "TcpExt", "Tcp6" -> settings.tcp;
            case "Udp", "Udp6" -> settings.udp;
            default -> true;
        };
    }

    private void row(@Nullable String wording, String name, long value) {
        char kind = wording == null ? '?' : wording.charAt(0);
        if (kind == '-') {
            return;
        }
        if (wording != null) {
            enter(kind == '<' || kind == '>' ? kind : (char) 0);
        }
        if (value == 0 && kind != '!') {
            return;
        }
        out.blanks(indent);
        if (wording == null) {
            out.text(UnixSockets.path(name)).text(": ");
            number(value);
        } else {
            int mark = wording.indexOf('%');
            out.text(wording, 1, mark);
            number(value);
            out.text(wording, mark + 1, wording.length());
        }
        line();
    }

    /** Begins a histogram, or ends it: a row without a wording leaves all as it is. */
    private void enter(char kind) {
        if (kind == histogram) {
            return;
        }
        if (kind != 0) {
            out.blanks(indent).text(kind == '<' ? "ICMP input histogram:" : "ICMP output histogram:");
            line();
        }
        histogram = kind;
        indent = kind == 0 ? INDENT : 2 * INDENT;
    }

    private void number(long value) {
        if (value >= 0) {
            out.number(value);
        } else {
            out.text(Long.toUnsignedString(value));
        }
    }

    private void line() {
        try {
            out.line();
        } catch (ClosedOutput e) {
            closed = e;
        }
    }
}
