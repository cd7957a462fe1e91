package astray.instruments.ip;

import astray.facts.IpAddress;
import astray.instruments.Console;
import astray.kernel.netlink.Answer;
import astray.kernel.netlink.Listing;
import astray.kernel.netlink.Message;
import astray.kernel.netlink.NetlinkSocket;
import astray.kernel.netlink.Request;
import astray.kernel.route.Families;
import astray.kernel.route.Link;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the commands of one run share. Sockets are opened when they are first needed, and closed at the end. */
final class Session implements AutoCloseable {
    private final Settings settings;
    private final Console console;
    private Printer printer;
    private final Names names;
    private final Links links;
    private final Hosts hosts;
    private final NamespaceNames namespaces;
    private final List<NetlinkSocket> sockets = new ArrayList<>();
    private @Nullable NetlinkSocket socket;
    private @Nullable NetlinkSocket aside;

    Session(Settings settings, Console console) {
        this.settings = settings;
        this.console = console;
        boolean coloured = settings.coloured(console.isTerminal());
        boolean dark = coloured && Colour.isDark(console.variable("COLORFGBG"));
        this.printer = new Printer(console.out(), settings, coloured, dark);
        this.names = new Names(settings.numeric());
        this.links = new Links(this);
        this.namespaces = new NamespaceNames(this);
        this.hosts = new Hosts(settings.resolve());
    }

    Settings settings() {
        return settings;
    }

    Console console() {
        return console;
    }

    Printer printer() {
        return printer;
    }

    /** From now on prints text even where JSON was asked for, as a monitor does. */
    void printTextAlone() {
        printer = printer.asText();
    }

    /** A printer of text, for what has no form in JSON. */
    Printer text() {
        return printer.asText();
    }

    Names names() {
        return names;
    }

    Links links() {
        return links;
    }

    NamespaceNames namespaces() {
        return namespaces;
    }

    /** An address as text, or with {@code -r} as its host's name. */
    String host(IpAddress address) {
        return hosts.host(address);
    }

    /** The rtnetlink socket of this run, with requests checked strictly where the kernel can. */
    NetlinkSocket socket() throws IOException {
        NetlinkSocket open = socket;
        if (open == null) {
            open = NetlinkSocket.open(NetlinkSocket.Protocol.ROUTE);
            socket = open;
            sockets.add(open);
            open.strict();
            limit(open);
        }
        return open;
    }

    /** Sets how many bytes may wait in a socket, where that was asked for. */
    void limit(NetlinkSocket open) {
        if (settings.receiveBuffer() > 0) {
            open.receiveBuffer(settings.receiveBuffer());
        }
    }

    /** Has a socket closed at the end. */
    void closeAtEnd(NetlinkSocket more) {
        sockets.add(more);
    }

    /** A whole listing; one that the kernel refuses or breaks off ends the run with a status. */
    Listing dump(Request request, int status) throws IOException {
        Listing listing = socket().dump(request);
        Answer.Refused refusal = listing.refusal();
        if (refusal != null) {
            throw new Failure(status, Failure.refused(refusal).lines() + "\nDump terminated");
        }
        return listing;
    }

    /** Does something with each message of a listing. */
    interface Visitor {
        void visit(Message message) throws IOException;
    }

    /**
     * Lists without keeping anything: each message is visited as it comes. What is asked of the kernel meanwhile goes
     * through {@link #aside}. A listing that the kernel refuses or breaks off ends the run with a status.
     */
    void stream(Request request, int status, Visitor visitor) throws IOException {
        boolean[] interrupted = new boolean[1];
        Answer end;
        try {
            end = socket().visit(request, message -> {
                interrupted[0] |= (message.flags() & Message.DUMP_INTERRUPTED) != 0;
                try {
                    visitor.visit(message);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (end instanceof Answer.Refused refusal) {
            throw new Failure(status, Failure.refused(refusal).lines() + "\nDump terminated");
        }
        if (interrupted[0]) {
            console.complain("Dump was interrupted and may be inconsistent.");
        }
    }

    /** A second rtnetlink socket, for questions while the first one lists. */
    NetlinkSocket aside() throws IOException {
        NetlinkSocket open = aside;
        if (open == null) {
            open = NetlinkSocket.open(NetlinkSocket.Protocol.ROUTE);
            aside = open;
            sockets.add(open);
        }
        return open;
    }

    /** A whole listing; one that fails ends the run with the status 1. */
    Listing dump(Request request) throws IOException {
        return dump(request, Failure.FAILED);
    }

    /** Has all links listed, so that none need be asked for. */
    void learnLinks() throws IOException {
        for (Message message : dump(Link.list(Families.UNSPEC, Link.WITHOUT_STATISTICS))) {
            links.saw(new Link(message));
        }
    }

    /** The one thing asked for; what the kernel refuses ends the run with the status 2. */
    Message ask(Request request) throws IOException {
        return switch (socket().ask(request)) {
            case Answer.Replied(Message message) -> message;
            case Answer.Refused refused -> throw Failure.refused(refused);
            case Answer.Acknowledged() -> throw new Failure(Failure.REFUSED, "An answer without content");
        };
    }

    @Override
    public void close() {
        for (NetlinkSocket one : sockets) {
            one.close();
        }
    }
}
