package astray.probe;

import astray.facts.Endpoint;
import astray.facts.Frame;
import astray.kernel.Errno;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for an address on a link.
 *
 * @param ask the requests
 * @param sent how many were sent
 * @param answers the first answer of each who answered, in the order of coming
 * @param errno why it could not be asked: EPERM without CAP_NET_RAW, ENODEV for an interface that is not there,
 *     EADDRNOTAVAIL for one without an address, EOPNOTSUPP for a link whose hosts have no link-layer addresses;
 *     {@code null} when it was
 */
public record NeighbourReport(
        NeighbourAsk ask,
        int sent,
        List<Answer> answers,
        @Nullable Errno errno) {

    /**
     * Somebody who says to hold the address.
     *
     * @param lladdr the link-layer address that it tells, in lower case with colons
     * @param micros from the last request before, in microseconds
     */
    public record Answer(String lladdr, long micros) {}

    /** Copies the list. */
    public NeighbourReport {
        answers = List.copyOf(answers);
    }

    /** The link-layer addresses that were told; two where two hosts hold the address. */
    public List<String> lladdrs() {
        List<String> lladdrs = new ArrayList<>();
        for (Answer answer : answers) {
            lladdrs.add(answer.lladdr());
        }
        return lladdrs;
    }

    /** The requests and answers as facts. */
    public List<Frame> facts() {
        List<Frame> frames = new ArrayList<>();
        Endpoint about = Endpoint.of(ask.address(), null);
        for (int i = 0; i < sent; i++) {
            Endpoint teller = ask.sender() == null ? null : Endpoint.of(ask.sender(), null);
            frames.add(new Frame(null, ask.dev(), "Out", null, null, new Frame.Resolution(false, about, teller, null)));
        }
        for (Answer answer : answers) {
            frames.add(new Frame(
                    null, ask.dev(), "In", null, null, new Frame.Resolution(true, about, null, answer.lladdr())));
        }
        return frames;
    }
}
