package astray.instruments.ip;

import astray.kernel.netlink.Listing;
import astray.kernel.netlink.Message;
import astray.kernel.route.Address;
import astray.kernel.route.Families;
import astray.kernel.route.Link;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Lists links, with their addresses or without: {@code ip addr show}, {@code ip link show}. */
final class LinkListing {
    private final Session session;
    private final Settings settings;
    private final Printer printer;
    private final LinkSelection selection;
    private final boolean linkAlone;
    private final LinkPrinting printing;

    LinkListing(Session session, LinkSelection selection, boolean linkAlone) {
        this.session = session;
        this.settings = session.settings();
        this.printer = session.printer();
        this.selection = selection;
        this.linkAlone = linkAlone;
        this.printing = new LinkPrinting(session, linkAlone, selection.family(), true);
    }

    private int extent() {
        return Link.WITH_VIRTUAL_FUNCTIONS | (settings.statistics() ? 0 : Link.WITHOUT_STATISTICS);
    }

    /** Prints what is selected. */
    void print() throws IOException {
        if (linkAlone && selection.index() != 0 && !selection.hasGroup()) {
            printer.open();
            Message message = session.ask(Link.byIndex(selection.index(), extent()));
            printer.openObject();
            printLink(new Link(message));
            printer.closeObject();
            printer.close();
            return;
        }
        List<Link> links = links();
        List<Address> addresses = selection.family() == Families.PACKET ? List.of() : addresses(links);
        printer.open();
        for (Link link : links) {
            printer.openObject();
            boolean shown = true;
            if (settings.brief() || !settings.oneline() || selection.family() == Families.PACKET) {
                shown = printLink(link);
            }
            if (shown && selection.family() != Families.PACKET) {
                printAddresses(link, addresses);
            }
            printer.closeObject();
        }
        printer.close();
    }

    private List<Link> links() throws IOException {
        List<Link> links = new ArrayList<>();
        int index = selection.index();
        if (index != 0) {
            Link link = new Link(session.ask(Link.byIndex(index, extent())));
            session.links().saw(link);
            links.add(link);
            return links;
        }
        for (Message message :
                session.dump(selection.links(linkAlone ? Families.PACKET : settings.family(), extent()))) {
            if (message.type() == Link.NEW) {
                Link link = new Link(message);
                session.links().saw(link);
                links.add(link);
            }
        }
        return links;
    }

    /** The addresses; links that have none to show are taken out of the list. */
    private List<Address> addresses(List<Link> links) throws IOException {
        List<Address> all = new ArrayList<>();
        Listing listing = session.dump(Address.list(selection.family(), selection.index()));
        for (Message message : listing) {
            if (message.type() == Address.NEW) {
                all.add(new Address(message));
            }
        }
        List<Link> kept = new ArrayList<>();
        for (Link link : links) {
            boolean none = true;
            boolean some = false;
            for (Address address : all) {
                if (address.index() == link.index()) {
                    none = false;
                    some = some || selection.takes(session, address);
                }
            }
            if (some || none && selection.family() == Families.UNSPEC) {
                kept.add(link);
            }
        }
        links.clear();
        links.addAll(kept);
        return all;
    }

    /** Prints a link; false when it is not selected. */
    private boolean printLink(Link link) throws IOException {
        String name = link.name();
        if (name == null) {
            name = session.links().name(link.index());
        }
        if (!selection.takes(link)) {
            return false;
        }
        if (selection.hasLabel()) {
            return true;
        }
        if (settings.brief()) {
            printing.printBrief(link, name);
            return selection.family() != Families.PACKET;
        }
        printing.print(link, name);
        return true;
    }

    private void printAddresses(Link link, List<Address> addresses) throws IOException {
        AddressPrinting one = new AddressPrinting(session);
        printer.openArray("addr_info");
        boolean hidden = selection.onlyUp() && (link.flags() & LinkFlags.UP) == 0;
        for (Address address : addresses) {
            if (hidden
                    || address.index() != link.index()
                    || selection.family() != Families.UNSPEC && selection.family() != address.family()) {
                continue;
            }
            printer.openObject();
            if (selection.takes(session, address)) {
                one.print(address);
            }
            printer.closeObject();
        }
        printer.closeArray();
        if (settings.brief()) {
            printer.end();
        } else if (!linkAlone && settings.statistics() && !selection.hasLabel()) {
            printStatistics(link);
        }
    }

    private void printStatistics(Link link) throws IOException {
        new StatisticsPrinting(printer, settings).print(link);
        printer.end();
    }
}
