package astray.instruments.lsof;

import java.util.ArrayList;
import java.util.List;

/** A process, or a task of one, and its open files. */
final class ProcessRow {
    final int pid;
    final int parent;
    final int group;
    final int uid;

    /** The name in bytes. */
    final byte[] command;

    /** The task's number; 0 for the process itself. */
    final int task;

    /** The task's name in bytes. */
    final byte[] taskCommand;

    /** By what the process is asked for, a sum of {@link Select}. */
    final int selected;

    /** Whether any of its files can be asked for. */
    boolean selectable = true;

    final List<OpenFile> files = new ArrayList<>();

    ProcessRow(int pid, int parent, int group, int uid, byte[] command, int task, byte[] taskCommand, int selected) {
        this.pid = pid;
        this.parent = parent;
        this.group = group;
        this.uid = uid;
        this.command = command;
        this.task = task;
        this.taskCommand = taskCommand;
        this.selected = selected;
    }
}
