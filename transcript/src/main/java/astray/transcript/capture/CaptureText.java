package astray.transcript.capture;

import astray.facts.Capture;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Prints what tcpdump says of a capture before and after its frames. */
final class CaptureText {
    /** The length that tcpdump captures of each packet when it is not told otherwise. */
    private static final int SNAPSHOT_LENGTH = 262144;

    private CaptureText() {}

    static void printOpening(Capture capture, Appendable out) throws IOException {
        String dev = capture.dev();
        String linkType = capture.linkType();
        if (dev == null && linkType == null) {
            return;
        }
        if (linkType == null) {
            out.append("tcpdump: listening on ").append(dev).append('\n');
            return;
        }
        if (dev != null) {
            out.append("tcpdump: verbose output suppressed, use -v[v]... for full protocol decode\n")
                    .append("listening on ")
                    .append(dev);
        } else {
            out.append("reading from file -");
        }
        out.append(", link-type ").append(linkType);
        String words = words(linkType);
        if (!words.isEmpty()) {
            out.append(" (").append(words).append(')');
        }
        out.append(", snapshot length ").append(Integer.toString(SNAPSHOT_LENGTH));
        out.append(dev != null ? " bytes\n" : "\n");
    }

    /** libpcap's words for the common link types (pcap-linktype(7)). */
    private static String words(String linkType) {
        return switch (linkType) {
            case "EN10MB" -> "Ethernet";
            case "LINUX_SLL" -> "Linux cooked v1";
            case "LINUX_SLL2" -> "Linux cooked v2";
            case "RAW" -> "Raw IP";
            case "NULL" -> "BSD loopback";
            case "LOOP" -> "OpenBSD loopback";
            case "PPP" -> "PPP";
            case "IEEE802_11" -> "802.11";
            case "IEEE802_11_RADIO" -> "802.11 plus radiotap header";
            case "PKTAP" -> "Apple DLT_PKTAP";
            case "NFLOG" -> "Linux netfilter log messages";
            default -> "";
        };
    }

    static void printClosing(Capture capture, Appendable out) throws IOException {
        footer(capture.captured(), " captured\n", out);
        footer(capture.dropped(), " dropped by kernel\n", out);
    }

    private static void footer(@Nullable Long count, String words, Appendable out) throws IOException {
        if (count != null) {
            out.append(count.toString())
                    .append(count == 1 ? " packet" : " packets")
                    .append(words);
        }
    }
}
