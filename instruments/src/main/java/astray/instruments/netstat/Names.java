package astray.instruments.netstat;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.instruments.names.Users;
import astray.kernel.ErrnoException;
import astray.kernel.process.Proc;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is printed for addresses, ports and users: names, or numbers where those were asked for. */
final class Names {
    private static final int COLUMN = 22;

    /** A long service name leaves the address at least this much. */
    private static final int ADDRESS = 4;

    private final Settings settings;
    private final Sources sources;
    private final AddressText port = new AddressText();
    private final Map<Long, String> userNames = new HashMap<>();
    private @Nullable Users users;

    Names(Settings settings, Sources sources) {
        this.settings = settings;
        this.sources = sources;
    }

    /** Writes an address and a port, cut to the width of its column unless all is wanted. */
    void endpoint(AddressText cell, Family family, long high, long low, int number, String protocol) {
        if (family == Family.INET && settings.numericHosts && settings.numericPorts) {
            // at most 21 characters: never cut
            cell.clear().inet((int) low).put(':');
            if (number == 0) {
                cell.put('*');
            } else {
                cell.number(number);
            }
            return;
        }
        port.clear();
        port(number, protocol);
        cell.clear();
        if (family == Family.INET) {
            inet(cell, (int) low);
        } else {
            inet6(cell, high, low);
        }
        int portLength = port.length();
        if (!settings.wide && cell.length() + portLength > COLUMN) {
            portLength = Math.min(portLength, COLUMN - ADDRESS);
            cell.cut(COLUMN - portLength);
            port.cut(portLength);
        }
        cell.put(':').append(port);
    }

    private void port(int number, String protocol) {
        if (number == 0) {
            port.put('*');
            return;
        }
        String name = settings.numericPorts ? null : service(number, protocol);
        if (name == null) {
            port.number(number);
        } else {
            port.text(name);
        }
    }

    /** The name of a port, or of a raw socket's protocol; {@code null} for none. */
    @Nullable
    String service(int number, String protocol) {
        return protocol.equals("raw")
                ? sources.protocols().name(number)
                : sources.services().name(number, protocol);
    }

    private void inet(AddressText cell, int bits) {
        String name =
                settings.numericHosts || bits == 0 ? null : sources.hosts().name(IpAddress.v4(bits));
        if (name == null) {
            cell.inet(bits);
        } else {
            cell.text(name);
        }
    }

    /** An address that stands for one of IPv4 is never resolved. */
    void inet6(AddressText cell, long high, long low) {
        if (settings.numericHosts || AddressText.isMapped(high, low)) {
            cell.inet6(high, low);
            return;
        }
        if (high == 0 && low == 0) {
            cell.text("[::]");
            return;
        }
        String name = sources.hosts().name(new IpAddress(Family.INET6, high, low));
        if (name == null) {
            cell.inet6(high, low);
        } else {
            cell.text(name);
        }
    }

    /** A user's name, or the number where there is none or numbers are wanted. */
    String user(long uid) {
        if (settings.numericUsers) {
            return Integer.toString((int) uid);
        }
        String known = userNames.get(uid);
        if (known == null) {
            known = userName(uid);
            userNames.put(uid, known);
        }
        return known;
    }

    private String userName(long uid) {
        if (users == null) {
            try (Proc proc = Proc.open()) {
                users = Users.read(proc.files());
            } catch (ErrnoException e) {
                users = Users.of("", "");
            }
        }
        Users all = users;
        String name = all == null ? null : all.name((int) uid);
        return name == null ? Integer.toString((int) uid) : name;
    }
}
