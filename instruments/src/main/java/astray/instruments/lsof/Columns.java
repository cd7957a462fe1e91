package astray.instruments.lsof;

import astray.instruments.ClosedOutput;
import astray.instruments.Output;
import java.util.List;

/** A listing in columns, each as wide as its widest cell. */
final class Columns {
    /** All descriptors but those of mapped files have room for four characters. */
    private static final int DESCRIPTOR_WIDTH = 4;

    private static final int MAPPED_WIDTH = 3;

    private final Options options;
    private final Names names;
    private final People people;
    private final Text text;

    private boolean tasks;
    private int command;
    private int pid;
    private int task;
    private int taskCommand;
    private int parent;
    private int group;
    private int user;
    private int descriptor;
    private int type;
    private int flags;
    private int device;
    private int extent;
    private int links;
    private int node;

    Columns(Options options, Names names, People people, Text text) {
        this.options = options;
        this.names = names;
        this.people = people;
        this.text = text;
    }

    private String extentTitle() {
        return switch (options.extent) {
            case EITHER -> "SIZE/OFF";
            case OFFSET -> "OFFSET";
            case SIZE -> "SIZE";
        };
    }

    /** Prints processes that have a file each. */
    void print(List<ProcessRow> rows, Output out) throws ClosedOutput {
        if (rows.isEmpty()) {
            return;
        }
        measure(rows);
        head(out);
        for (ProcessRow row : rows) {
            String start = start(row);
            String userName = people.name(row.uid);
            for (OpenFile file : row.files) {
                out.text(start).put(' ').right(userName, user);
                file(file, out);
            }
        }
    }

    private void measure(List<ProcessRow> rows) {
        command = "COMMAND".length();
        pid = "PID".length();
        task = "TID".length();
        taskCommand = "TASKCMD".length();
        parent = "PPID".length();
        group = "PGID".length();
        user = "USER".length();
        descriptor = MAPPED_WIDTH;
        type = "TYPE".length();
        flags = "FILE-FLAG".length();
        device = "DEVICE".length();
        extent = extentTitle().length();
        links = "NLINK".length();
        node = "NODE".length();
        for (ProcessRow row : rows) {
            measure(row);
            for (OpenFile file : row.files) {
                descriptor = file.isMapped() ? descriptor : DESCRIPTOR_WIDTH;
                type = Math.max(type, file.type.length());
                device = Math.max(device, file.device.length());
                node = Math.max(node, file.node.length());
                // the usual case is spared
                if (file.size != OpenFile.UNKNOWN || file.offset != 0) {
                    extent = Math.max(extent, Cells.extent(file, options).length());
                }
                if (options.links && file.links != OpenFile.UNKNOWN) {
                    links = Math.max(links, Long.toString(file.links).length());
                }
                if (options.flags) {
                    flags = Math.max(
                            flags, Cells.flags(file, options.flagsInHex).length());
                }
            }
        }
    }

    private void measure(ProcessRow row) {
        command = Math.max(command, width(row.command));
        pid = Math.max(pid, Integer.toString(row.pid).length());
        if (row.task != 0) {
            tasks = true;
            task = Math.max(task, Integer.toString(row.task).length());
            taskCommand = Math.max(taskCommand, width(row.taskCommand));
        }
        if (options.parents) {
            parent = Math.max(parent, Integer.toString(row.parent).length());
        }
        if (options.groups) {
            group = Math.max(group, Integer.toString(row.group).length());
        }
        user = Math.max(user, people.width(row.uid));
    }

    /** A name that is cut in the middle of an escape leaves room for the rest of it. */
    private int width(byte[] name) {
        return Math.min(columns(text.command(name, Integer.MAX_VALUE)), options.commandWidth);
    }

    private static int columns(String text) {
        return text.codePointCount(0, text.length());
    }

    private void head(Output out) throws ClosedOutput {
        out.left("COMMAND", command).put(' ').right("PID", pid);
        if (tasks) {
            out.put(' ').right("TID", task).put(' ').left("TASKCMD", taskCommand);
        }
        if (options.parents) {
            out.put(' ').right("PPID", parent);
        }
        if (options.groups) {
            out.put(' ').right("PGID", group);
        }
        out.put(' ').right("USER", user).put(' ').right("FD", descriptor).blanks(3);
        out.right("TYPE", type);
        if (options.flags) {
            out.put(' ').right("FILE-FLAG", flags);
        }
        out.put(' ').right("DEVICE", device).put(' ').right(extentTitle(), extent);
        if (options.links) {
            out.put(' ').right("NLINK", links);
        }
        out.put(' ').right("NODE", node).text(" NAME");
        out.line();
    }

    /** What is the same in all rows of a process. */
    private String start(ProcessRow row) {
        StringBuilder start = new StringBuilder();
        String name = text.command(row.command, options.commandWidth);
        start.append(name).repeat(' ', Math.max(0, command - columns(name)));
        right(start, Integer.toString(row.pid), pid);
        if (tasks) {
            right(start, row.task == 0 ? "" : Integer.toString(row.task), task);
            String taskName = row.task == 0 ? "" : text.command(row.taskCommand, options.commandWidth);
            start.append(' ').append(taskName).repeat(' ', Math.max(0, taskCommand - columns(taskName)));
        }
        if (options.parents) {
            right(start, Integer.toString(row.parent), parent);
        }
        if (options.groups) {
            right(start, Integer.toString(row.group), group);
        }
        return start.toString();
    }

    private static void right(StringBuilder out, String cell, int width) {
        out.append(' ').repeat(' ', Math.max(0, width - cell.length())).append(cell);
    }

    private void file(OpenFile file, Output out) throws ClosedOutput {
        out.put(' ').right(file.descriptor, descriptor);
        char access = file.access == ' ' && file.lock != ' ' ? '-' : file.access;
        out.put(access).put(file.lock).put(' ').right(file.type, type);
        if (options.flags) {
            out.put(' ').right(Cells.flags(file, options.flagsInHex), flags);
        }
        out.put(' ').right(file.device, device).put(' ').right(Cells.extent(file, options), extent);
        if (options.links) {
            out.put(' ').right(file.links == OpenFile.UNKNOWN ? "" : Long.toString(file.links), links);
        }
        out.put(' ').right(file.node, node).put(' ').text(Cells.name(file, names));
        if (file.stateful && (options.showDetails || options.showState || options.showQueues)) {
            state(file, out);
        }
        out.line();
    }

    private void state(OpenFile file, Output out) {
        Inet inet = options.showQueues ? file.inet : null;
        boolean state = options.showState && !file.state.isEmpty();
        out.put(' ');
        if (state || inet != null) {
            out.put('(');
            if (state) {
                out.text(file.state);
            }
            if (inet != null) {
                out.text(state ? " QR=" : "QR=").number(inet.receiveQueue());
                out.text(" QS=").number(inet.sendQueue());
            }
            out.put(')');
        }
    }
}
