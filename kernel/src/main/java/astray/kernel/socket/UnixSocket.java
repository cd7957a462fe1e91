package astray.kernel.socket;

import astray.kernel.netlink.Attributes;
import astray.kernel.netlink.Message;
import astray.kernel.netlink.Request;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A unix socket as sock_diag(7) describes it ({@code struct unix_diag_msg} of linux/unix_diag.h): a view over the
 * message. No getter fails; what the kernel did not tell is {@code null}.
 *
 * @param message the message
 */
public record UnixSocket(Message message) {
    /** The type of {@link #type}: a stream of bytes. */
    public static final int STREAM = 1;

    /** The type of {@link #type}: packets without a connection. */
    public static final int DGRAM = 2;

    /** The type of {@link #type}: packets over a connection. */
    public static final int SEQPACKET = 5;

    static final int TYPE = 1;
    static final int STATE = 2;
    static final int INODE = 4;
    static final int COOKIE = 8;
    static final int SIZE = 16;

    // enum UNIX_DIAG_*
    static final int NAME = 0;
    static final int VFS = 1;
    static final int PEER = 2;
    static final int ICONS = 3;
    static final int RQLEN = 4;
    static final int MEMINFO = 5;
    static final int SHUTDOWN = 6;
    static final int UID = 7;

    private static final int AF_UNIX = 1;

    /** {@code UDIAG_SHOW_*}: name, file, peer, pending connections, queues, memory, owner. */
    private static final int SHOW_ALL = 0x7f;

    /** {@code struct unix_diag_req}: everything of sockets in any state. */
    static Request request() {
        return new Request(InetRequest.SOCK_DIAG_BY_FAMILY)
                .u8(AF_UNIX)
                .zeroes(3)
                .u32(0xffff_ffffL)
                .u32(0)
                .u32(SHOW_ALL)
                .zeroes(8);
    }

    private Attributes attributes() {
        return message.attributes(SIZE);
    }

    /** The type: {@link #STREAM}, {@link #DGRAM}, {@link #SEQPACKET}. */
    public int type() {
        return message.u8(TYPE);
    }

    /** The state: ESTABLISHED with a peer, LISTEN, CLOSE for anything else. */
    public SocketState state() {
        return new SocketState(message.u8(STATE));
    }

    /** The inode that {@code /proc/PID/fd} names. */
    public long inode() {
        return message.u32(INODE);
    }

    /** The number that no other socket has as long as the kernel runs. */
    public long cookie() {
        return message.u32(COOKIE) | message.u32(COOKIE + 4) << 32;
    }

    /**
     * The name it is bound to: a path, or behind a zero character the bytes of an abstract one; {@code null} for none.
     * May hold any character.
     */
    public @Nullable String name() {
        byte[] name = attributes().bytes(NAME);
        if (name == null || name.length == 0) {
            return null;
        }
        int length = name.length;
        while (name[0] != 0 && length > 1 && name[length - 1] == 0) {
            length--;
        }
        return new String(name, 0, length, StandardCharsets.UTF_8);
    }

    /** The inode of the file it is bound to; {@code null} for none. */
    public @Nullable Long fileInode() {
        Attributes.Attribute vfs = attributes().get(VFS);
        return vfs == null ? null : vfs.u32(0);
    }

    /** The device of the file it is bound to, as the kernel encodes it: major in the bits from 20 on; {@code null} for none. */
    public @Nullable Long fileDevice() {
        Attributes.Attribute vfs = attributes().get(VFS);
        return vfs == null ? null : vfs.u32(4);
    }

    /** The peer's inode; {@code null} without a peer. */
    public @Nullable Long peerInode() {
        long value = attributes().u32(PEER, -1);
        return value < 0 ? null : value;
    }

    /** The inodes of those that connected and wait to be accepted; 0 for one that has left. {@code null} where it does not listen. */
    public long @Nullable [] pending() {
        Attributes.Attribute icons = attributes().get(ICONS);
        if (icons == null) {
            return null;
        }
        long[] inodes = new long[icons.length() / 4];
        for (int i = 0; i < inodes.length; i++) {
            inodes[i] = icons.u32(4 * i);
        }
        return inodes;
    }

    /** Bytes waiting to be read; of a listener, connections waiting to be accepted. {@code null} where that is not told. */
    public @Nullable Long receiveQueue() {
        Attributes.Attribute queues = attributes().get(RQLEN);
        return queues == null ? null : queues.u32(0);
    }

    /** Bytes on the way out; of a listener, how many connections may wait. {@code null} where that is not told. */
    public @Nullable Long sendQueue() {
        Attributes.Attribute queues = attributes().get(RQLEN);
        return queues == null ? null : queues.u32(4);
    }

    /** Memory and drops; {@code null} where that is not told. */
    public @Nullable SocketMemory memory() {
        Attributes.Attribute found = attributes().get(MEMINFO);
        return found == null ? null : new SocketMemory(found);
    }

    /** Which halves are shut down: bit 0 reading, bit 1 writing; {@code null} where that is not told. */
    public @Nullable Integer shutdown() {
        int value = attributes().u8(SHUTDOWN, -1);
        return value < 0 ? null : value;
    }

    /** Its owner's user id (Linux 5.3); {@code null} where that is not told. */
    public @Nullable Long uid() {
        long value = attributes().u32(UID, -1);
        return value < 0 ? null : value;
    }
}
