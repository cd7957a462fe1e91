package astray.collect.live;

import astray.collect.Gap;
import astray.facts.DockerNetwork;
import astray.facts.Fact;
import astray.facts.Link;
import astray.transcript.Format;
import astray.transcript.Formats;
import astray.transcript.Line;
import astray.transcript.Reader;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Docker says of the networks behind its bridges. Asked only where an interface looks like one of them. */
final class LiveDocker {
    private static final Path SOCKET = Path.of("/var/run/docker.sock");
    private static final long LIMIT_MILLIS = 800;
    private static final int MOST = 16;
    private static final int ID_DIGITS = 12;

    private LiveDocker() {}

    /** The name or id of the network whose bridge it looks like; {@code null} for an interface of another sort. */
    static @Nullable String networkOf(String dev) {
        if (dev.equals("docker0")) {
            return "bridge";
        }
        if (dev.equals("docker_gwbridge")) {
            return dev;
        }
        boolean bridge = dev.startsWith("br-") && dev.length() == 3 + ID_DIGITS;
        for (int i = 3; bridge && i < dev.length(); i++) {
            char c = dev.charAt(i);
            bridge = c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
        }
        return bridge ? dev.substring(3) : null;
    }

    static void read(Interfaces interfaces, Ledger ledger) throws InterruptedException {
        boolean any = false;
        for (Link link : interfaces.all()) {
            any |= networkOf(link.name()) != null;
        }
        if (!any) {
            return;
        }
        UnixHttp http = new UnixHttp(SOCKET, LIMIT_MILLIS);
        int count = 0;
        for (Link link : interfaces.all()) {
            String network = networkOf(link.name());
            if (network == null) {
                continue;
            }
            if (++count > MOST) {
                ledger.gap(Gap.What.DOCKER, link.name(), Gap.Why.LIMIT, "");
                return;
            }
            if (!ask(http, network, ledger)) {
                return;
            }
        }
    }

    private static boolean ask(UnixHttp http, String network, Ledger ledger) throws InterruptedException {
        try {
            UnixHttp.Response response = http.get("/networks/" + network);
            if (response.status() == 200) {
                networks(response.body(), ledger.block("docker network inspect"));
            } else if (response.status() != 404) {
                ledger.gap(Gap.What.DOCKER, SOCKET.toString(), Gap.Why.FAILED, "HTTP " + response.status());
                return false;
            }
            return true;
        } catch (IOException e) {
            String words = String.valueOf(e.getMessage());
            Gap.Why why = !Files.exists(SOCKET)
                    ? Gap.Why.NOT_THERE
                    : e instanceof AccessDeniedException || words.contains("denied") || words.contains("permitted")
                            ? Gap.Why.NOT_PERMITTED
                            : words.startsWith("no answer") ? Gap.Why.NO_TIME : Gap.Why.FAILED;
            ledger.gap(Gap.What.DOCKER, SOCKET.toString(), why, why == Gap.Why.FAILED ? words : "");
            return false;
        }
    }

    /** The daemon's answer is what docker(1) prints, without the line breaks: the same reader reads it. */
    private static void networks(String json, Ledger.Block shown) {
        for (DockerNetwork network : read(json)) {
            StringBuilder text = new StringBuilder(network.name()).append(": ").append(network.id());
            network.subnets().forEach(subnet -> text.append(", ").append(subnet));
            if (network.project() != null) {
                text.append(", project ").append(network.project());
            }
            if (network.containers() != null && !network.containers().isEmpty()) {
                text.append(", containers ").append(String.join(" ", network.containers()));
            }
            shown.add(network, text.toString());
        }
    }

    static List<DockerNetwork> read(String json) {
        List<DockerNetwork> networks = new ArrayList<>();
        Format format = Formats.named("docker network inspect");
        Reader reader = format.reader(
                (Fact fact, Line _, String _) -> {
                    if (fact instanceof DockerNetwork network) {
                        networks.add(network);
                    }
                },
                null);
        int number = 0;
        for (String line : json.split("\n", -1)) {
            if (!line.isBlank() && !reader.accept(new Line(++number, line))) {
                break;
            }
        }
        reader.end();
        return networks;
    }
}
