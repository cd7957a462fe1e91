package astray.transcript.nettools;

import astray.facts.Address;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.Link;
import astray.facts.Prefix;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How one kind of ifconfig(8) prints an interface. */
sealed interface IfconfigPrinter {

    /** Whether a line is of its kind. */
    boolean owns(String line);

    /** What stands before the addresses. */
    void head(Link link, String name, Appendable out) throws IOException;

    /** The line of an address. */
    void address(Address address, Appendable out) throws IOException;

    /** What stands behind the addresses. */
    void tail(Link link, Appendable out) throws IOException;

    /** The flags as ifconfig has them: RUNNING for a carrier, nothing for a lost one. */
    private static List<String> flags(Link link) {
        List<String> flags = new ArrayList<>(link.flags());
        if (flags.remove("LOWER_UP") && !flags.contains("RUNNING")) {
            flags.add("RUNNING");
        }
        flags.remove("NO-CARRIER");
        return flags;
    }

    /** IFF_* of {@code net/if.h}, the same in both worlds as far as they share them. */
    private static int bits(List<String> flags) {
        int bits = 0;
        for (String flag : flags) {
            bits |= switch (flag) {
                case "UP" -> 0x1;
                case "BROADCAST" -> 0x2;
                case "DEBUG" -> 0x4;
                case "LOOPBACK" -> 0x8;
                case "POINTOPOINT" -> 0x10;
                case "NOTRAILERS", "SMART" -> 0x20;
                case "RUNNING" -> 0x40;
                case "NOARP" -> 0x80;
                case "PROMISC" -> 0x100;
                case "ALLMULTI" -> 0x200;
                case "SIMPLEX" -> 0x800;
                default -> 0;
            };
        }
        return bits;
    }

    private static IpAddress netmask(Address address) {
        return new Prefix(address.address(), address.length()).netmask();
    }

    /** net-tools 2. */
    record Linux() implements IfconfigPrinter {
        private static final int MULTICAST = 0x1000;

        @Override
        public boolean owns(String line) {
            return line.contains(">  mtu ") || line.contains("  netmask ") || line.contains("  prefixlen ");
        }

        @Override
        public void head(Link link, String name, Appendable out) throws IOException {
            List<String> flags = flags(link);
            int bits = bits(flags) | (flags.contains("MULTICAST") ? MULTICAST : 0);
            out.append(name).append(": flags=").append(Integer.toString(bits));
            out.append('<').append(String.join(",", flags)).append('>');
            out.append("  mtu ")
                    .append(link.mtu() == null ? "" : link.mtu().toString())
                    .append('\n');
        }

        @Override
        public void address(Address address, Appendable out) throws IOException {
            boolean inet = address.address().family() == Family.INET;
            out.append(inet ? "        inet " : "        inet6 ")
                    .append(address.address().toString());
            if (inet) {
                out.append("  netmask ").append(netmask(address).toString());
            } else {
                out.append("  prefixlen ").append(Integer.toString(address.length()));
            }
            if (address.broadcast() != null) {
                out.append("  broadcast ").append(address.broadcast().toString());
            }
            if (address.peer() != null) {
                out.append("  destination ").append(address.peer().toString());
            }
            if (address.scope() != null && !inet) {
                out.append("  scopeid 0x").append(scopeId(address.scope()));
                out.append('<').append(address.scope()).append('>');
            }
            out.append('\n');
        }

        private static String scopeId(String scope) {
            return switch (scope) {
                case "host" -> "10";
                case "link" -> "20";
                case "site" -> "40";
                default -> "0";
            };
        }

        @Override
        public void tail(Link link, Appendable out) throws IOException {
            if (link.linkType() != null) {
                out.append("        ");
                switch (link.linkType()) {
                    case "loopback" -> out.append("loop  txqueuelen 1000  (Local Loopback)");
                    case "none" ->
                        out.append("unspec 00-00-00-00-00-00-00-00-00-00-00-00-00-00-00-00  txqueuelen 500  (UNSPEC)");
                    case "ether" ->
                        out.append("ether ")
                                .append(link.lladdr() == null ? "" : link.lladdr())
                                .append("  txqueuelen 1000  (Ethernet)");
                    default -> out.append(link.linkType()).append("  txqueuelen 1000");
                }
                out.append('\n');
            }
            out.append('\n');
        }
    }

    /** net-tools 1. */
    record OldLinux() implements IfconfigPrinter {
        private static final int NAME_WIDTH = 9;

        @Override
        public boolean owns(String line) {
            return line.contains("encap:") || line.contains(" addr:");
        }

        @Override
        public void head(Link link, String name, Appendable out) throws IOException {
            Columns.left(name, NAME_WIDTH, out);
            String type = link.linkType() == null ? "" : link.linkType();
            out.append("Link encap:")
                    .append(
                            switch (type) {
                                case "ether" -> "Ethernet  ";
                                case "loopback" -> "Local Loopback  ";
                                case "ppp" -> "Point-to-Point Protocol  ";
                                case "none" -> "UNSPEC  HWaddr 00-00-00-00-00-00-00-00-00-00-00-00-00-00-00-00  ";
                                default -> "IPIP Tunnel  ";
                            });
            if (link.lladdr() != null) {
                out.append("HWaddr ").append(link.lladdr()).append("  ");
            }
            out.append('\n');
        }

        @Override
        public void address(Address address, Appendable out) throws IOException {
            if (address.address().family() == Family.INET6) {
                out.append("          inet6 addr: ").append(address.address().toString());
                out.append('/').append(Integer.toString(address.length()));
                String scope = address.scope();
                if (scope != null && !scope.isEmpty()) {
                    out.append(" Scope:").append(scope.substring(0, 1).toUpperCase(Locale.ROOT));
                    out.append(scope.substring(1));
                }
                out.append('\n');
                return;
            }
            out.append("          inet addr:").append(address.address().toString());
            if (address.peer() != null) {
                out.append("  P-t-P:").append(address.peer().toString());
            }
            if (address.broadcast() != null) {
                out.append("  Bcast:").append(address.broadcast().toString());
            }
            out.append("  Mask:").append(netmask(address).toString()).append('\n');
        }

        @Override
        public void tail(Link link, Appendable out) throws IOException {
            out.append("          ").append(String.join(" ", flags(link)));
            out.append("  MTU:").append(link.mtu() == null ? "" : link.mtu().toString());
            out.append("  Metric:1\n\n");
        }
    }

    /** macOS and the BSDs. */
    record Bsd() implements IfconfigPrinter {
        private static final int MULTICAST = 0x8000;

        @Override
        public boolean owns(String line) {
            return line.contains("> mtu ") || line.contains("> metric ") || line.contains(" netmask 0x");
        }

        @Override
        public void head(Link link, String name, Appendable out) throws IOException {
            List<String> flags = flags(link);
            int bits = bits(flags) | (flags.contains("MULTICAST") ? MULTICAST : 0);
            out.append(name).append(": flags=").append(Integer.toHexString(bits));
            out.append('<').append(String.join(",", flags)).append('>');
            out.append(" mtu ")
                    .append(link.mtu() == null ? "" : link.mtu().toString())
                    .append('\n');
            if (link.lladdr() != null) {
                out.append("\tether ").append(link.lladdr()).append('\n');
            }
        }

        @Override
        public void address(Address address, Appendable out) throws IOException {
            boolean inet = address.address().family() == Family.INET;
            out.append(inet ? "\tinet " : "\tinet6 ").append(address.address().toString());
            if (address.address().isLinkLocal() && !inet) {
                out.append('%').append(address.dev());
            }
            if (address.peer() != null) {
                out.append(" --> ").append(address.peer().toString());
            }
            if (inet) {
                String mask = Long.toHexString(netmask(address).low());
                out.append(" netmask 0x").append("0".repeat(8 - mask.length())).append(mask);
            } else {
                out.append(" prefixlen ").append(Integer.toString(address.length()));
            }
            for (String flag : address.flags()) {
                out.append(' ').append(flag.equals("dadfailed") ? "duplicated" : flag);
            }
            if (address.broadcast() != null) {
                out.append(" broadcast ").append(address.broadcast().toString());
            }
            out.append('\n');
        }

        @Override
        public void tail(Link link, Appendable out) throws IOException {
            if (link.state() != null) {
                out.append("\tstatus: ")
                        .append(link.state().equals("UP") ? "active" : "inactive")
                        .append('\n');
            }
        }
    }
}
