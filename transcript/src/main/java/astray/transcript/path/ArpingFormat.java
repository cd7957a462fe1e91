package astray.transcript.path;

import astray.facts.Endpoint;
import astray.facts.Fact;
import astray.facts.Frame;
import astray.facts.IpAddress;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.connect.Literals;
import astray.transcript.connect.Operands;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * arping(8), of iputils and of Thomas Habets. Its header becomes the request and each different answerer a reply, so
 * that a request without a reply tells that nobody holds the address, and two replies that two hosts do.
 */
final class ArpingFormat implements Format {
    private static final int MAX_ANSWERERS = 64;

    @Override
    public String name() {
        return "arping";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String first = head.getFirst().text();
        return ArpingReader.request(first, null) != null || ArpingReader.reply(first, null) != null ? CERTAIN : NO;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new ArpingReader(sink, command);
    }

    private static final class ArpingReader implements Reader {
        private final Sink sink;
        private final List<Frame> replies = new ArrayList<>();
        private @Nullable String dev;
        private boolean begun;
        private boolean ending;

        ArpingReader(Sink sink, @Nullable Command command) {
            this.sink = sink;
            String given = Operands.option(command, 'I');
            dev = given != null ? given : Operands.option(command, 'i');
        }

        @Override
        public boolean accept(Line line) {
            String text = line.text().strip();
            if (text.startsWith("^C")) {
                text = text.substring(2).strip();
            }
            Frame request = begun ? null : request(text, dev);
            if (request != null) {
                begun = true;
                dev = request.dev();
                sink.fact(request, line);
                return true;
            }
            Frame reply = reply(text, dev);
            if (reply != null) {
                begun = true;
                if (replies.size() < MAX_ANSWERERS && !replies.contains(reply)) {
                    replies.add(reply);
                    sink.fact(reply, line);
                }
                return true;
            }
            return begun && footer(text, line.isBlank());
        }

        private boolean footer(String text, boolean blank) {
            if (text.isEmpty()) {
                return !blank || !ending;
            }
            if (text.startsWith("Timeout") || text.startsWith("Sent ") && text.contains(" probe")) {
                return true;
            }
            boolean statistics = text.startsWith("--- ") && text.endsWith(" statistics ---")
                    || text.contains(" packets transmitted, ")
                    || text.startsWith("rtt min/avg/max/std-dev")
                    || text.startsWith("Received ") && text.contains(" response");
            ending |= statistics;
            return statistics;
        }

        /** {@code ARPING 10.1.0.1} or {@code ARPING 10.1.0.1 from 10.1.0.2 eth0}. */
        static @Nullable Frame request(String text, @Nullable String dev) {
            Words words = new Words(text);
            IpAddress about = words.skip("ARPING") ? Literals.address(words.next()) : null;
            if (about == null) {
                return null;
            }
            Endpoint teller = null;
            String on = dev;
            if (words.skip("from")) {
                IpAddress source = Literals.address(words.next());
                teller = source == null ? null : Endpoint.of(source, null);
                String named = words.next();
                on = named == null ? dev : named;
            }
            return words.more()
                    ? null
                    : new Frame(
                            null,
                            on,
                            null,
                            null,
                            null,
                            new Frame.Resolution(false, Endpoint.of(about, null), teller, null));
        }

        /** {@code Unicast reply from 10.1.0.1 [52:54:00:…]  0.7ms} or {@code 42 bytes from 52:54:00:… (10.1.0.1): …}. */
        static @Nullable Frame reply(String text, @Nullable String dev) {
            Words words = new Words(text);
            String first = words.next();
            String lladdr;
            IpAddress about;
            if (first != null && (first.equals("Unicast") || first.equals("Broadcast"))) {
                about = words.skip("reply") && words.skip("from") ? Literals.address(words.next()) : null;
                String inside = words.next();
                lladdr = inside != null && inside.startsWith("[") && inside.endsWith("]")
                        ? inside.substring(1, inside.length() - 1)
                        : null;
            } else if (Numbers.parseInt(first) != null && words.skip("bytes") && words.skip("from")) {
                lladdr = words.next();
                String inside = words.next();
                about = inside == null ? null : Literals.inParentheses(inside);
            } else {
                return null;
            }
            return about == null || lladdr == null || !mac(lladdr)
                    ? null
                    : new Frame(
                            null,
                            dev,
                            null,
                            null,
                            null,
                            new Frame.Resolution(
                                    true, Endpoint.of(about, null), null, lladdr.toLowerCase(Locale.ROOT)));
        }

        private static boolean mac(String text) {
            if (text.length() != 17) {
                return false;
            }
            for (int i = 0; i < 17; i++) {
                char c = text.charAt(i);
                if (i % 3 == 2 ? c != ':' : Character.digit(c, 16) < 0) {
                    return false;
                }
            }
            return true;
        }
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof Frame frame && frame.body() instanceof Frame.Resolution resolution) {
                String about = resolution.about().where();
                if (!resolution.reply()) {
                    out.append("ARPING ").append(about);
                    if (resolution.teller() != null && frame.dev() != null) {
                        out.append(" from ").append(resolution.teller().where());
                        out.append(' ').append(frame.dev());
                    }
                    out.append('\n');
                } else if (resolution.lladdr() != null) {
                    out.append("Unicast reply from ").append(about);
                    out.append(" [")
                            .append(resolution.lladdr().toUpperCase(Locale.ROOT))
                            .append("]\n");
                }
            }
        }
    }
}
