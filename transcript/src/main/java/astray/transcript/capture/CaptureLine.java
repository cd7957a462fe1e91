package astray.transcript.capture;

import astray.transcript.text.Numbers;
import org.jspecify.annotations.Nullable;

/** The lines that tcpdump prints about itself, before the frames and after them. */
sealed interface CaptureLine {

    /** {@code listening on eth0, link-type EN10MB (Ethernet), …}; the interface is {@code null} for a file. */
    record Opening(@Nullable String dev, @Nullable String linkType) implements CaptureLine {}

    /** {@code 17 packets captured}. */
    record Captured(long packets) implements CaptureLine {}

    /** {@code 0 packets dropped by kernel}. */
    record Dropped(long packets) implements CaptureLine {}

    /** A line before the first frame that tells nothing. */
    record Preface() implements CaptureLine {}

    /** Any other line that tells nothing. */
    record Remark() implements CaptureLine {}

    /** What a line without blanks around it is; {@code null} when it is none of these. */
    static @Nullable CaptureLine parse(String line) {
        if (line.isEmpty()) {
            return null;
        }
        return switch (line.charAt(0)) {
            case '^' -> line.startsWith("^C") ? interrupted(line.substring(2).strip()) : null;
            case 't' -> line.startsWith("tcpdump: ") ? message(line.substring(9)) : null;
            case 'l', 'r', 'd', 'v', 'W' -> opening(line, false);
            default -> footer(line);
        };
    }

    private static CaptureLine interrupted(String rest) {
        CaptureLine footer = rest.isEmpty() ? null : footer(rest);
        return footer == null ? new Remark() : footer;
    }

    private static CaptureLine message(String message) {
        CaptureLine opening = opening(message, true);
        return opening == null ? new Remark() : opening;
    }

    private static @Nullable CaptureLine opening(String line, boolean named) {
        if (line.startsWith("listening on ")) {
            return opened(line, 13, named, true);
        }
        if (line.startsWith("reading from file ")) {
            return opened(line, 18, named, false);
        }
        if (line.startsWith("verbose output suppressed, use -v") || line.startsWith("data link type ")) {
            return new Preface();
        }
        boolean remark = line.startsWith("dropped privs to ") || line.startsWith("Warning: interface names might be");
        return remark ? new Remark() : null;
    }

    private static @Nullable CaptureLine opened(String line, int from, boolean named, boolean live) {
        int at = line.indexOf(", link-type ", from);
        if (at < 0) {
            String dev = line.substring(from);
            return named && dev.indexOf(' ') < 0 ? new Opening(live ? dev : null, null) : null;
        }
        int end = at + 12;
        while (end < line.length() && line.charAt(end) != ' ' && line.charAt(end) != ',') {
            end++;
        }
        return new Opening(live ? line.substring(from, at) : null, line.substring(at + 12, end));
    }

    private static @Nullable CaptureLine footer(String line) {
        int blank = line.indexOf(' ');
        Long count = blank <= 0 ? null : Numbers.parseLong(line.substring(0, blank));
        if (count == null) {
            return null;
        }
        String words = line.substring(blank + 1);
        return switch (words) {
            case "packets captured", "packet captured" -> new Captured(count);
            case "packets dropped by kernel", "packet dropped by kernel" -> new Dropped(count);
            case "packets received by filter",
                    "packet received by filter",
                    "packets dropped by interface",
                    "packet dropped by interface" -> new Remark();
            default -> null;
        };
    }
}
