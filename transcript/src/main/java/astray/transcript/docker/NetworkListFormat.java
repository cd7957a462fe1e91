package astray.transcript.docker;

import astray.facts.DockerNetwork;
import astray.facts.Fact;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.text.Words;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code docker network ls} and {@code podman network ls}; the latter has no scope. */
public final class NetworkListFormat implements Format {
    private static final int SHORT_ID = 12;
    private static final int GAP = 3;

    @Override
    public String name() {
        return "docker network ls";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String first = head.getFirst().text();
        // podman's rows have no scope: only its header, or the command, tells them
        return isHeader(first) || network(first, isPodman(command)) != null ? CERTAIN : NO;
    }

    private static boolean isPodman(@Nullable Command command) {
        return command != null && command.tool().equals("podman");
    }

    private static boolean isHeader(String text) {
        Words words = new Words(text);
        return words.skip("NETWORK") && words.skip("ID") && words.skip("NAME") && words.more();
    }

    private static boolean hasScope(String header) {
        return header.contains("SCOPE");
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new Reader() {
            private boolean withoutScope = isPodman(command);

            @Override
            public boolean accept(Line line) {
                if (isHeader(line.text())) {
                    withoutScope = !hasScope(line.text());
                    return true;
                }
                DockerNetwork network = network(line.text(), withoutScope);
                if (network != null) {
                    sink.fact(network, line);
                }
                return network != null;
            }
        };
    }

    private static @Nullable DockerNetwork network(String text, boolean withoutScope) {
        Words words = new Words(text);
        String id = words.next();
        String name = words.next();
        String driver = words.next();
        String scope = words.next();
        if (id == null || name == null || driver == null || words.more() || !isId(id)) {
            return null;
        }
        boolean right = scope == null ? withoutScope : isScope(scope);
        return right ? new DockerNetwork(id, name, driver, List.of(), null, null, null) : null;
    }

    private static boolean isScope(String word) {
        return word.equals("local") || word.equals("swarm") || word.equals("global");
    }

    /** The first 12 hexadecimal digits of an id, or of --no-trunc all 64; swarm's ids have other letters too. */
    static boolean isId(String word) {
        if (word.length() != SHORT_ID && word.length() != 64 && word.length() != 25) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'z')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        int id = "NETWORK ID".length();
        int name = "NAME".length();
        int driver = "DRIVER".length();
        for (Fact fact : facts) {
            if (fact instanceof DockerNetwork network) {
                id = Math.max(id, network.id().length());
                name = Math.max(name, network.name().length());
                driver = Math.max(driver, driver(network).length());
            }
        }
        cell("NETWORK ID", id, out);
        cell("NAME", name, out);
        cell("DRIVER", driver, out);
        out.append("SCOPE\n");
        for (Fact fact : facts) {
            if (fact instanceof DockerNetwork network) {
                cell(network.id(), id, out);
                cell(network.name(), name, out);
                cell(driver(network), driver, out);
                // the scope is not among the facts; it follows from the driver
                out.append(driver(network).equals("overlay") ? "swarm\n" : "local\n");
            }
        }
    }

    private static String driver(DockerNetwork network) {
        return network.driver() == null ? "bridge" : network.driver();
    }

    private static void cell(String text, int width, Appendable out) throws IOException {
        out.append(text).append(" ".repeat(width + GAP - text.length()));
    }
}
