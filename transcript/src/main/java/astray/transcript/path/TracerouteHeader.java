package astray.transcript.path;

import astray.facts.IpAddress;
import astray.transcript.connect.Literals;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * {@code traceroute to gpu1 (172.16.33.66), 64 hops max, 52 byte packets}.
 *
 * @param target the target in the user's words
 * @param address its address
 * @param maxHops the largest time-to-live; {@code null} when the line breaks off before
 * @param packetSize the packets' size in bytes; {@code null} when not shown
 */
record TracerouteHeader(
        String target,
        @Nullable IpAddress address,
        @Nullable Integer maxHops,
        @Nullable Integer packetSize) {

    static @Nullable TracerouteHeader parse(String line) {
        Words words = new Words(line);
        if (!(words.skip("traceroute") || words.skip("traceroute6")) || !words.skip("to")) {
            return null;
        }
        String target = words.next();
        String shown = words.next();
        if (target == null || shown == null) {
            return null;
        }
        IpAddress address = Literals.inParentheses(shown);
        if (address == null) {
            return null;
        }
        Integer maxHops = null;
        Integer packetSize = null;
        String before = shown;
        for (String word = words.next(); word != null; word = words.next()) {
            if (word.equals("hops")) {
                maxHops = Numbers.parseInt(before);
            } else if (word.equals("byte") || word.equals("bytes")) {
                packetSize = Numbers.parseInt(before);
            }
            before = word;
        }
        return new TracerouteHeader(target, address, maxHops, packetSize);
    }

    /** BSD and macOS count without the IP header (52, 40, 12); Linux with it (60, 80). */
    boolean likeBsd() {
        return packetSize == null || (packetSize != 60 && packetSize != 80) || (maxHops != null && maxHops == 64);
    }
}
