package astray.instruments.lsof;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.instruments.JsonRows;
import astray.instruments.Output;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A listing as one JSON array ({@code --json}): an object for each open file, that of its process within. Numbers are
 * numbers, and what is not known is {@code null}.
 */
final class Objects {
    private final Names names;
    private final People people;
    private final Text text;
    private final JsonRows rows;

    Objects(Names names, People people, Text text, Output out) {
        this.names = names;
        this.people = people;
        this.text = text;
        this.rows = new JsonRows(out);
    }

    /** Prints processes that have a file each. */
    void print(List<ProcessRow> processes) throws IOException {
        for (ProcessRow process : processes) {
            String command = text.name(process.command);
            String user = people.nameOnly(process.uid);
            for (OpenFile file : process.files) {
                rows.row()
                        .text("command", command)
                        .number("pid", process.pid)
                        .number("parent", process.parent)
                        .number("group", process.group)
                        .number("uid", Integer.toUnsignedLong(process.uid))
                        .text("user", user);
                if (process.task != 0) {
                    rows.number("task", process.task).text("taskCommand", text.name(process.taskCommand));
                }
                print(file);
                rows.end();
            }
        }
        rows.close();
    }

    private void print(OpenFile file) {
        rows.text("descriptor", file.descriptor)
                .text("access", word(file.access))
                .text("lock", word(file.lock))
                .text("type", word(file.type));
        if (file.inet != null) {
            print(file.inet, file);
            return;
        }
        rows.text("device", word(file.device))
                .number("size", known(file.size))
                .number("offset", known(file.offset))
                .number("links", known(file.links))
                .number("inode", number(file.protocol ? file.device : file.node));
        if (file.protocol) {
            rows.text("protocol", file.node);
        }
        if (file.stateful) {
            rows.text("state", word(file.state));
        }
        rows.text("name", Cells.name(file, names));
    }

    private void print(Inet inet, OpenFile file) {
        rows.text("protocol", inet.protocol())
                .text("family", inet.family() == Family.INET ? "inet" : "inet6")
                .number("inode", number(file.device))
                .text("state", word(file.state));
        end("local", inet.local(), inet.localPort());
        end("remote", inet.isConnected() ? inet.remote() : null, inet.remotePort());
        rows.number("receiveQueue", inet.receiveQueue())
                .number("sendQueue", inet.sendQueue())
                .text("name", Cells.name(file, names));
    }

    private void end(String side, @Nullable IpAddress address, int port) {
        rows.text(side + "Address", address == null ? null : address.toString())
                .number(side + "Port", address == null ? null : Long.valueOf(port));
    }

    private static @Nullable String word(char letter) {
        return letter == ' ' ? null : String.valueOf(letter);
    }

    private static @Nullable String word(String word) {
        return word.isEmpty() ? null : word;
    }

    private static @Nullable Long known(long number) {
        return number == OpenFile.UNKNOWN ? null : Long.valueOf(number);
    }

    /** The number that a column shows; {@code null} when it shows a word or nothing. */
    private static @Nullable Long number(String column) {
        long number = 0;
        for (int i = 0; i < column.length(); i++) {
            int digit = column.charAt(i) - '0';
            if (digit < 0 || digit > 9 || number > (Long.MAX_VALUE - digit) / 10) {
                return null;
            }
            number = number * 10 + digit;
        }
        return column.isEmpty() ? null : Long.valueOf(number);
    }
}
