package astray.instruments.lsof;

import astray.instruments.ClosedOutput;
import astray.instruments.Output;
import java.util.List;

/** A listing for other programs ({@code -F}): a field a line, or with a zero behind each and a set a line. */
final class Fields {
    /** What {@code -F?} prints. */
    static final String HELP = """
            lsof:	ID    field description
            	 a    access: r = read; w = write; u = read/write
            	 c    command name
            	 d    device character code
            	 D    major/minor device number as 0x<hex>
            	 f    file descriptor
            	 G    file flaGs
            	 i    inode number
            	 k    link count
            	 K    task ID (TID)
            	 l    lock: r/R = read; w/W = write; u = read/write
            	 L    login name
            	 m    marker between repeated output
            	 M    task comMand name
            	 n    comment, name, Internet addresses
            	 o    file offset as 0t<dec> or 0x<hex>
            	 p    process ID (PID)
            	 g    process group ID (PGID)
            	 P    protocol name
            	 r    raw device number as 0x<hex>
            	 R    paRent PID
            	 s    file size
            	 S    stream module and device names
            	 t    file type
            	 T    TCP/TPI info
            	 u    user ID (UID)
            	 0    (zero) use NUL field terminator instead of NL""";

    private final Options options;
    private final Names names;
    private final People people;
    private final Text text;
    private final String chosen;
    private final Output out;
    private boolean any;

    Fields(Options options, String chosen, Names names, People people, Text text, Output out) {
        this.options = options;
        this.chosen = chosen;
        this.names = names;
        this.people = people;
        this.text = text;
        this.out = out;
    }

    /** Prints processes that have a file each. */
    void print(List<ProcessRow> rows) throws ClosedOutput {
        for (ProcessRow row : rows) {
            process(row);
            for (OpenFile file : row.files) {
                file(file);
            }
        }
    }

    private void field(char id, String value) throws ClosedOutput {
        if (chosen.indexOf(id) >= 0 || id == 'p') {
            any = true;
            out.put(id).text(value);
            if (options.zeroEnds) {
                out.put('\0');
            } else {
                out.line();
            }
        }
    }

    private void endSet() throws ClosedOutput {
        if (options.zeroEnds && any) {
            out.line();
        }
        any = false;
    }

    private void process(ProcessRow row) throws ClosedOutput {
        field('p', Integer.toString(row.pid));
        if (row.task != 0) {
            field('K', Integer.toString(row.task));
            field('M', text.name(row.taskCommand));
        }
        field('g', Integer.toString(row.group));
        field('R', Integer.toString(row.parent));
        field('c', text.name(row.command));
        field('u', Integer.toUnsignedString(row.uid));
        String user = people.nameOnly(row.uid);
        if (user != null) {
            field('L', user);
        }
        endSet();
    }

    private void file(OpenFile file) throws ClosedOutput {
        field('f', file.descriptor);
        field('a', String.valueOf(file.access));
        field('l', String.valueOf(file.lock));
        if (!file.type.isEmpty()) {
            field('t', file.type);
        }
        String flags = Cells.flags(file, !options.flags || options.flagsInHex);
        if (!flags.isEmpty()) {
            field('G', flags);
        }
        if (file.deviceNumber >= 0) {
            field('D', "0x" + Long.toHexString(file.deviceNumber));
        } else if (!file.device.isEmpty()) {
            field('d', file.device);
        }
        if (file.rawDevice >= 0) {
            field('r', "0x" + Long.toHexString(file.rawDevice));
        }
        String extent = Cells.extent(file, options);
        if (!extent.isEmpty()) {
            field(extent.startsWith("0t") || extent.startsWith("0x") ? 'o' : 's', extent);
        }
        if (!file.node.isEmpty()) {
            field(file.protocol ? 'P' : 'i', file.node);
        }
        if (file.links != OpenFile.UNKNOWN) {
            field('k', Long.toString(file.links));
        }
        field('n', Cells.name(file, names));
        if (file.stateful) {
            state(file);
        }
        endSet();
    }

    private void state(OpenFile file) throws ClosedOutput {
        if (options.showState && !file.state.isEmpty()) {
            field('T', "ST=" + file.state);
        }
        Inet inet = options.showQueues ? file.inet : null;
        if (inet != null) {
            field('T', "QR=" + inet.receiveQueue());
            field('T', "QS=" + inet.sendQueue());
        }
    }
}
