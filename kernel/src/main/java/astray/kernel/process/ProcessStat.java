package astray.kernel.process;

import java.util.Arrays;

/** The line of {@code /proc/PID/stat} (proc_pid_stat(5)). The name in it is any bytes, brackets and blanks among them. */
public final class ProcessStat {
    private final byte[] line;
    private final int open;
    private final int close;

    /** Looks at a line; nothing here fails, whatever it holds. */
    public ProcessStat(byte[] line) {
        this.line = line;
        int first = 0;
        while (first < line.length && line[first] != '(') {
            first++;
        }
        // the name may hold brackets too: the last one closes it
        int last = line.length - 1;
        while (last > first && line[last] != ')') {
            last--;
        }
        this.open = first;
        this.close = last;
    }

    /** The name of the program's file, or what the process called itself; at most 15 bytes for a user's process. */
    public byte[] command() {
        return close > open ? Arrays.copyOfRange(line, open + 1, close) : new byte[0];
    }

    /** The state's letter, such as {@code R}, or {@code Z} for one that ended and waits for its parent; 0 for none. */
    public char state() {
        return close > open && close + 2 < line.length ? (char) (line[close + 2] & 0xff) : 0;
    }

    /** The process that started it; 0 for the first of all and for the kernel's. */
    public int parent() {
        return field(2);
    }

    /** The process group. */
    public int group() {
        return field(3);
    }

    /** The session. */
    public int session() {
        return field(4);
    }

    /** A field by its place behind the name, from 1; 0 where there is none. */
    private int field(int place) {
        int at = close > open ? close + 1 : line.length;
        for (int i = 0; i < place; i++) {
            while (at < line.length && line[at] == ' ') {
                at++;
            }
            if (i < place - 1) {
                while (at < line.length && line[at] != ' ') {
                    at++;
                }
            }
        }
        int number = 0;
        for (; at < line.length && line[at] >= '0' && line[at] <= '9'; at++) {
            number = number * 10 + line[at] - '0';
        }
        return number;
    }
}
