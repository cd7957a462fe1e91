package astray.instruments.tcpdump;

import astray.packet.filter.Listing;
import astray.packet.filter.Program;

/** A filter's program as {@code -d}, {@code -dd} and {@code -ddd} print it. */
final class Listings {
    private Listings() {}

    static String of(Program program, int kind) {
        return switch (kind) {
            case 1 -> Listing.readable(program);
            case 2 -> Listing.asC(program);
            default -> Listing.asNumbers(program);
        };
    }
}
