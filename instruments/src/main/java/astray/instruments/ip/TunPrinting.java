package astray.instruments.ip;

import astray.instruments.names.Users;
import astray.kernel.ErrnoException;
import astray.kernel.link.Tun;
import astray.kernel.process.Proc;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
            boolean several = tun.data().u8(Tun.MULTI_QUEUE, 0) != 0;
            tun.printer().json("multi_queue", several);
            if (several) {
                tun.printer().text("multi_queue ");
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
            owner(tun, "group", id, groupName(id));
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

    /** The name of a group in {@code /etc/group}; {@code null} when there is none. */
    private static @Nullable String groupName(long id) {
        try {
            for (String line : Files.readAllLines(Path.of("/etc/group"), StandardCharsets.UTF_8)) {
                String[] cells = line.split(":", -1);
                if (cells.length > 2 && Words.number(cells[2], 10) == id) {
                    return cells[0];
                }
            }
        } catch (IOException unreadable) {
            return null;
        }
        return null;
    }
}
