package astray.instruments.lsof;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.kernel.ErrnoException;
import astray.kernel.netlink.Answer;
import astray.kernel.proc.InetTable;
import astray.kernel.proc.NetFile;
import astray.kernel.proc.UnixTable;
import astray.kernel.socket.InetRequest;
import astray.kernel.socket.InetSocket;
import astray.kernel.socket.SocketDiag;
import astray.kernel.socket.SocketState;
import astray.kernel.socket.TransportProtocol;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sockets of this network namespace by their inodes. Each table is read when a socket is first looked for. */
final class SocketTables {
    private static final int TYPE_STREAM = 1;
    private static final int TYPE_DATAGRAM = 2;
    private static final int TYPE_RAW = 3;
    private static final int TYPE_RELIABLE = 4;
    private static final int TYPE_PACKETS = 5;
    private static final int LONGEST_PROTOCOL = 7;

    private final boolean internet;
    private @Nullable Map<Long, Inet> inet;
    private @Nullable Map<Long, SocketInfo.Unix> unix;
    private @Nullable Map<Long, SocketInfo.Other> others;

    /**
     * Reads nothing yet.
     *
     * @param internet whether TCP and UDP are looked into at all
     */
    SocketTables(boolean internet) {
        this.internet = internet;
    }

    /** The internet socket of an inode; {@code null} when it is none of this namespace. */
    @Nullable
    Inet inet(long inode) {
        if (inet == null) {
            inet = new HashMap<>();
            if (internet) {
                readInet(inet);
            }
        }
        return inet.get(inode);
    }

    /** The unix socket of an inode. */
    SocketInfo.@Nullable Unix unix(long inode) {
        if (unix == null) {
            unix = readUnix();
        }
        return unix.get(inode);
    }

    /** The socket of any other kind of an inode. */
    SocketInfo.@Nullable Other other(long inode) {
        if (others == null) {
            others = new HashMap<>();
            readLines("raw", "raw", others);
            readLines("raw6", "raw6", others);
            readLines("icmp", "icmp", others);
            readNetlink(others);
            readPackets(others);
        }
        return others.get(inode);
    }

    private static void readInet(Map<Long, Inet> sockets) {
        try (SocketDiag diag = SocketDiag.open()) {
            for (Family family : Family.values()) {
                boolean six = family == Family.INET6;
                read(diag, family, TransportProtocol.TCP, "TCP", six ? "tcp6" : "tcp", sockets);
                read(diag, family, TransportProtocol.UDP, "UDP", six ? "udp6" : "udp", sockets);
                read(diag, family, TransportProtocol.UDPLITE, "UDPLITE", six ? "udplite6" : "udplite", sockets);
            }
        } catch (ErrnoException e) {
            for (Family family : Family.values()) {
                boolean six = family == Family.INET6;
                readTable(six ? "tcp6" : "tcp", family, "TCP", sockets);
                readTable(six ? "udp6" : "udp", family, "UDP", sockets);
                readTable(six ? "udplite6" : "udplite", family, "UDPLITE", sockets);
            }
        }
    }

    private static void read(
            SocketDiag diag,
            Family family,
            TransportProtocol protocol,
            String name,
            String table,
            Map<Long, Inet> sockets)
            throws ErrnoException {
        Answer answer = diag.inet(new InetRequest(family, protocol), socket -> add(socket, family, name, sockets));
        if (!(answer instanceof Answer.Acknowledged)) {
            readTable(table, family, name, sockets);
        }
    }

    private static void add(InetSocket socket, Family family, String protocol, Map<Long, Inet> sockets) {
        IpAddress local = socket.local();
        IpAddress remote = socket.remote();
        long inode = socket.inode();
        if (inode == 0 || local == null || remote == null || socket.family() != family) {
            return;
        }
        int state = socket.state().number();
        // of a listener it is how many may wait, which is no queue
        long sendQueue = state == SocketState.LISTEN.number() ? 0 : socket.sendQueue();
        Inet found = new Inet(
                family,
                protocol,
                local,
                socket.localPort(),
                remote,
                socket.remotePort(),
                state,
                socket.receiveQueue(),
                sendQueue);
        sockets.put(inode, found);
    }

    private static void readTable(String file, Family family, String protocol, Map<Long, Inet> sockets) {
        try (InputStream stream = NetFile.open(file)) {
            InetTable table = new InetTable(stream, family);
            while (table.next()) {
                if (table.inode() != 0) {
                    Inet found = new Inet(
                            family,
                            protocol,
                            table.local(),
                            table.localPort(),
                            table.remote(),
                            table.remotePort(),
                            table.state(),
                            table.receiveQueue(),
                            table.sendQueue());
                    sockets.put(table.inode(), found);
                }
            }
        } catch (IOException e) {
            // a kernel without the protocol has no sockets of it
        }
    }

    private static Map<Long, SocketInfo.Unix> readUnix() {
        Map<Long, SocketInfo.Unix> sockets = new HashMap<>();
        try (InputStream stream = NetFile.open("unix")) {
            UnixTable table = new UnixTable(stream);
            while (table.next()) {
                String path = table.path();
                // the original takes a name to end at the first blank
                int blank = path.indexOf(' ');
                sockets.put(
                        table.inode(),
                        new SocketInfo.Unix(
                                table.address(),
                                type(table.type()),
                                state(table),
                                blank < 0 ? path : path.substring(0, blank)));
            }
        } catch (IOException e) {
            // what could not be read leaves its sockets unidentified, and they are shown so
        }
        return sockets;
    }

    private static String type(int type) {
        return switch (type) {
            case TYPE_STREAM -> "STREAM";
            case TYPE_DATAGRAM -> "DGRAM";
            case TYPE_RAW -> "RAW";
            case TYPE_RELIABLE -> "RDM";
            case TYPE_PACKETS -> "SEQPACKET";
            default -> "UNKNOWN_TYPE " + type;
        };
    }

    private static String state(UnixTable table) {
        if ((table.flags() & UnixTable.ACCEPTS) != 0) {
            return "LISTEN";
        }
        // socket_state of linux/net.h
        return switch (table.state()) {
            case 0 -> "FREE";
            case 1 -> "UNCONNECTED";
            case 2 -> "CONNECTING";
            case 3 -> "CONNECTED";
            case 4 -> "DISCONNECTING";
            default -> "UNKNOWN_STATE " + table.state();
        };
    }

    /** The words of each line of a table but the first. */
    private static String[][] lines(String file) {
        if (!(NetFile.read(file) instanceof NetFile.Whole whole)) {
            return new String[0][];
        }
        String[] lines = new String(whole.bytes(), StandardCharsets.UTF_8).split("\n", -1);
        String[][] words = new String[Math.max(0, lines.length - 1)][];
        for (int i = 0; i < words.length; i++) {
            words[i] = lines[i + 1].strip().split(" +", -1);
        }
        return words;
    }

    private static void put(Map<Long, SocketInfo.Other> sockets, String inode, SocketInfo.Other socket) {
        int number = DescriptorChoice.number(inode);
        if (number > 0) {
            sockets.put((long) number, socket);
        }
    }

    /** Tables whose addresses are shown as the kernel prints them: place 1 and 2 the addresses, 3 the state, 9 the inode. */
    private static void readLines(String file, String type, Map<Long, SocketInfo.Other> sockets) {
        boolean state = !type.equals("icmp");
        for (String[] words : lines(file)) {
            if (words.length > 9) {
                String name = words[1] + "->" + words[2] + (state ? " st=" + words[3] : "");
                put(sockets, words[9], new SocketInfo.Other(type, "", words[9], false, name));
            }
        }
    }

    /** Place 1 the protocol, 9 the inode. */
    private static void readNetlink(Map<Long, SocketInfo.Other> sockets) {
        for (String[] words : lines("netlink")) {
            if (words.length > 9) {
                String name = Protocols.netlink(DescriptorChoice.number(words[1]));
                put(sockets, words[9], new SocketInfo.Other("netlink", "", words[9], false, name));
            }
        }
    }

    /** Place 2 the type, 3 the protocol in hexadecimal, 8 the inode. */
    private static void readPackets(Map<Long, SocketInfo.Other> sockets) {
        for (String[] words : lines("packet")) {
            if (words.length > 8) {
                String protocol = Protocols.ethernet(words[3]);
                String cut = protocol.substring(0, Math.min(protocol.length(), LONGEST_PROTOCOL));
                String type = "type=" + Protocols.packetType(DescriptorChoice.number(words[2]));
                put(sockets, words[8], new SocketInfo.Other("pack", words[8], cut, true, type));
            }
        }
    }
}
