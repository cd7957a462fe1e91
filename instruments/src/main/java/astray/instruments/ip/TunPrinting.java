package astray.instruments.ip;

import astray.instruments.names.Users;
import astray.kernel.ErrnoException;
import astray.kernel.link.Tun;
import astray.kernel.process.Proc;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A link whose other end is a program: ip-link(8), and {@code ip tuntap}. */
final class TunPrinting {
    private static final int IFF_TUN = 1;
    private static final int IFF_TAP = 2;

    private TunPrinting() {}

    static void print(Options tun) throws IOException {
        int type = tun.data().u8(Tun.TYPE, -1);
        if (type >= 0) {
            tun.string("type", "type", type == IFF_TUN ? "tun" : type == IFF_TAP ? "tap" : "UNKNOWN:" + type);
        }
        tun.onOff(Tun.PI, "pi").onOff(Tun.VNET_HDR, "vnet_hdr");
        if (tun.has(Tun.MULTI_QUEUE)) {
            tun.onOff(Tun.MULTI_QUEUE, "multi_queue");
            if (tun.data().u8(Tun.MULTI_QUEUE, 0) != 0) {
                tun.u32(Tun.NUM_QUEUES, "numqueues").u32(Tun.NUM_DISABLED_QUEUES, "numdisabled");
            }
        }
        tun.onOff(Tun.PERSIST, "persist");
        if (tun.has(Tun.OWNER)) {
            long id = tun.data().u32(Tun.OWNER, 0);
            owner(tun, "user", id, userName(id));
        }
        if (tun.has(Tun.GROUP)) {
            long id = tun.data().u32(Tun.GROUP, 0);
            owner(tun, "group", id, null);
        }
    }

    private static void owner(Options tun, String key, long id, @Nullable String name) {
        if (name != null) {
            tun.string(key, key, name);
        } else {
            tun.number(key, key, id);
        }
    }

    /** The name of a user; {@code null} when there is none. */
    static @Nullable String userName(long id) throws IOException {
        try (Proc proc = Proc.open()) {
            return Users.read(proc.files()).name((int) id);
        } catch (ErrnoException noProc) {
            return null;
        }
    }
}
