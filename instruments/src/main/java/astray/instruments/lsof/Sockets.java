package astray.instruments.lsof;

import astray.facts.Family;
import astray.kernel.ErrnoException;
import astray.kernel.process.FileStatus;
import astray.kernel.process.Folder;
import astray.kernel.process.RawFiles;
import java.nio.charset.StandardCharsets;

/** Fills the rows of sockets. */
final class Sockets {
    private static final String PROTOCOL_NAME = "system.sockprotoname";
    private static final int ADDRESS_DIGITS = 16;

    private final RawFiles raw;
    private final Options options;
    private final Search search;
    private final SocketTables tables;
    private final Text text;
    private final boolean only;
    private final boolean unixToo;
    private final boolean flags;

    Sockets(RawFiles raw, Options options, Search search, SocketTables tables, Text text) {
        this.raw = raw;
        this.options = options;
        this.search = search;
        this.tables = tables;
        this.text = text;
        int ofSockets = Select.NETWORK | Select.UNIX;
        int wanted = options.selected;
        this.only = !options.endpoints
                && (options.and ? (wanted & ofSockets) != 0 : wanted != 0 && (wanted & ~ofSockets) == 0);
        this.unixToo = (wanted & Select.UNIX) != 0;
        this.flags = options.flags || options.fields != null && options.fields.indexOf('G') >= 0;
    }

    /** Whether nothing but sockets can be asked for, so that nothing else need be looked at. */
    boolean only() {
        return only;
    }

    /** Fills a row; false when the socket cannot be one that is asked for. */
    boolean fill(OpenFile file, Folder folder, Folder descriptors, String path, int number, long inode) {
        Inet inet = tables.inet(inode);
        if (inet == null && only && !unixToo) {
            return false;
        }
        // a socket can always be read and written
        file.access = 'u';
        file.offset = 0;
        file.inode = inode;
        if (inet != null) {
            inet(file, inet, inode);
        } else {
            SocketInfo.Unix unix = tables.unix(inode);
            if (unix != null) {
                unix(file, unix, inode);
            } else if (only) {
                return false;
            } else {
                SocketInfo.Other other = tables.other(inode);
                if (other != null) {
                    other(file, other);
                } else if (!unidentified(file, descriptors, path, number)) {
                    return false;
                }
            }
        }
        if (flags) {
            FdInfo info = Files.info(folder, number);
            file.flags = info == null ? OpenFile.UNKNOWN : info.flags();
        }
        return true;
    }

    private void inet(OpenFile file, Inet inet, long inode) {
        file.type = inet.family() == Family.INET ? "IPv4" : "IPv6";
        file.device = Long.toString(inode);
        file.node = inet.protocol();
        file.protocol = true;
        file.inet = inet;
        file.stateful = true;
        if (inet.isTcp()) {
            file.state = StateChoice.name(inet.state());
        }
        // a connected UDP socket is ESTABLISHED to the kernel, any other CLOSE, though neither is printed
        file.excluded = options.states.excludes(inet.state());
        if (!file.excluded && (options.selected & Select.NETWORK) != 0 && options.internet.wants(inet)) {
            file.selected |= Select.NETWORK;
        }
    }

    private void unix(OpenFile file, SocketInfo.Unix unix, long inode) {
        file.type = "unix";
        String hex = Long.toHexString(unix.address());
        file.device = "0x" + "0".repeat(ADDRESS_DIGITS - hex.length()) + hex;
        file.node = Long.toString(inode);
        String path = unix.path();
        String latin = Latin.of(path);
        file.name = path.isEmpty() ? "" : text.name(Latin.bytes(latin)) + " ";
        file.name += "type=" + unix.type();
        file.stateful = true;
        file.state = unix.state();
        file.selected |= unixToo ? Select.UNIX : 0;
        if (!path.isEmpty() && search.find(latin) != null) {
            file.selected |= Select.NAME;
        }
        file.endpoint = new Endpoint(Endpoint.Kind.UNIX, file.node, "");
    }

    private void other(OpenFile file, SocketInfo.Other other) {
        file.type = other.type();
        file.device = other.device();
        file.node = other.node();
        file.protocol = other.protocol();
        file.name = text.name(other.name());
    }

    /** A socket of another network namespace, or of a protocol without a table: the kernel still names its protocol. */
    private boolean unidentified(OpenFile file, Folder descriptors, String path, int number) {
        FileStatus status;
        try {
            status = descriptors.status(number, true);
        } catch (ErrnoException e) {
            return false;
        }
        file.type = "sock";
        file.deviceNumber = Files.number(status.major(), status.minor());
        file.device = status.major() + "," + status.minor();
        file.node = Long.toString(status.inode());
        if (options.skipInternet) {
            file.name = "can't identify protocol (-X specified)";
            return true;
        }
        try {
            byte[] name = raw.attribute(RawFiles.bytes(path + "/fd/" + number), PROTOCOL_NAME);
            String protocol = new String(name, StandardCharsets.US_ASCII);
            int end = protocol.indexOf('\0');
            file.name = text.name("protocol: " + (end < 0 ? protocol : protocol.substring(0, end)));
        } catch (ErrnoException e) {
            file.name = "can't identify protocol";
        }
        return true;
    }
}
