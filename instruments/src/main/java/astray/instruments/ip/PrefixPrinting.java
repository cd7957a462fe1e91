package astray.instruments.ip;

import astray.facts.IpAddress;
import astray.kernel.netlink.Attributes;
import astray.kernel.netlink.Message;
import astray.kernel.route.Families;
import java.io.IOException;

/** A prefix that a router told (RFC 4861 section 4.6.2): {@code RTM_NEWPREFIX} of linux/rtnetlink.h. */
final class PrefixPrinting {
    // struct prefixmsg: family, padding, index, type, length, flags, padding
    private static final int INDEX = 4;
    private static final int TYPE = 8;
    private static final int LENGTH = 9;
    private static final int FLAGS = 10;
    private static final int HEADER = 12;

    private static final int PREFIX_ADDRESS = 1;
    private static final int PREFIX_CACHEINFO = 2;

    private static final int PREFIX_INFORMATION = 3;
    private static final int ON_LINK = 1;
    private static final int AUTONOMOUS = 2;

    private PrefixPrinting() {}

    static void print(Session session, Message message) throws IOException {
        if (message.u8(0) != Families.INET6) {
            session.console().complain("wrong family " + message.u8(0));
            return;
        }
        if (message.u8(TYPE) != PREFIX_INFORMATION) {
            session.console().complain("wrong ND type " + message.u8(TYPE));
            return;
        }
        Printer printer = session.printer();
        Attributes attributes = message.attributes(HEADER);
        printer.text("prefix ");
        IpAddress address = attributes.address(PREFIX_ADDRESS);
        if (address != null) {
            printer.text(Hosts.text(address)).text("/").text(Integer.toString(message.u8(LENGTH)));
        }
        printer.text("dev ").outside(session.links().name(message.s32(INDEX))).text(" ");
        if ((message.u8(FLAGS) & ON_LINK) != 0) {
            printer.text("onlink ");
        }
        if ((message.u8(FLAGS) & AUTONOMOUS) != 0) {
            printer.text("autoconf ");
        }
        Attributes.Attribute times = attributes.get(PREFIX_CACHEINFO);
        if (times != null) {
            printer.text("valid ").text(Long.toString(times.u32(4))).text(" ");
            printer.text("preferred ").text(Long.toString(times.u32(0))).text(" ");
        }
        printer.end();
    }
}
