package astray.transcript.docker;

import astray.facts.DockerNetwork;
import astray.facts.Fact;
import astray.facts.Prefix;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.text.Json;
import astray.transcript.text.JsonBlockReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code docker network inspect}, also of one network by {@code --format}, and {@code podman network inspect}. */
public final class NetworkInspectFormat implements Format {
    private static final String PROJECT = "com.docker.compose.project";
    private static final String BRIDGE = "com.docker.network.bridge.name";

    @Override
    public String name() {
        return "docker network inspect";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        if (!JsonBlockReader.opens(head.getFirst().text())) {
            return NO;
        }
        boolean inspected = command != null && command.has("inspect") && command.has("network");
        boolean docker = false;
        boolean podman = false;
        boolean driver = false;
        for (Line line : head) {
            String text = line.text();
            docker |= text.contains("\"IPAM\"");
            podman |= text.contains("\"network_interface\"") || text.contains("\"subnets\"");
            driver |= text.contains("\"Driver\"") || text.contains("\"driver\"");
        }
        return driver && (docker || podman) ? CERTAIN : inspected && driver ? LIKELY : NO;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new JsonBlockReader((value, first) -> {
            List<Map<String, @Nullable Object>> networks =
                    value instanceof Map<?, ?> ? Json.objects(List.of(value)) : Json.objects(value);
            for (Map<String, @Nullable Object> object : networks) {
                DockerNetwork network = object.containsKey("Id") ? docker(object) : podman(object);
                if (network != null) {
                    sink.fact(network, first, quote(network));
                }
            }
        });
    }

    private static String quote(DockerNetwork network) {
        StringBuilder text = new StringBuilder(network.name()).append(": ").append(network.id());
        network.subnets().forEach(subnet -> text.append(", ").append(subnet));
        return text.toString();
    }

    private static @Nullable DockerNetwork docker(Map<String, @Nullable Object> object) {
        String id = Json.text(object, "Id");
        String name = Json.text(object, "Name");
        if (id == null || name == null) {
            return null;
        }
        List<Prefix> subnets = new ArrayList<>();
        for (Map<String, @Nullable Object> config :
                Json.objects(member(object, "IPAM").get("Config"))) {
            add(subnets, Json.text(config, "Subnet"));
        }
        return new DockerNetwork(
                id,
                name,
                Json.text(object, "Driver"),
                subnets,
                Json.text(member(object, "Labels"), PROJECT),
                names(object, "Containers", "Name"),
                Json.text(member(object, "Options"), BRIDGE));
    }

    private static @Nullable DockerNetwork podman(Map<String, @Nullable Object> object) {
        String id = Json.text(object, "id");
        String name = Json.text(object, "name");
        if (id == null || name == null) {
            return null;
        }
        List<Prefix> subnets = new ArrayList<>();
        for (Map<String, @Nullable Object> subnet : Json.objects(object.get("subnets"))) {
            add(subnets, Json.text(subnet, "subnet"));
        }
        return new DockerNetwork(
                id,
                name,
                Json.text(object, "driver"),
                subnets,
                Json.text(member(object, "labels"), PROJECT),
                names(object, "containers", "name"),
                Json.text(object, "network_interface"));
    }

    private static void add(List<Prefix> subnets, @Nullable String text) {
        Prefix subnet = text == null ? null : Prefix.parse(text);
        if (subnet != null) {
            subnets.add(subnet);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> member(Map<String, @Nullable Object> object, String name) {
        return object.get(name) instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }

    private static @Nullable List<String> names(Map<String, @Nullable Object> object, String member, String name) {
        if (!(object.get(member) instanceof Map<?, ?>)) {
            return null;
        }
        List<String> names = new ArrayList<>();
        for (Map<String, @Nullable Object> container :
                Json.objects(new ArrayList<>(member(object, member).values()))) {
            String text = Json.text(container, name);
            if (text != null) {
                names.add(text);
            }
        }
        return names;
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        StringBuilder text = new StringBuilder("[");
        String separator = "\n";
        for (Fact fact : facts) {
            if (fact instanceof DockerNetwork network) {
                text.append(separator);
                InspectText.append(network, text);
                separator = ",\n";
            }
        }
        out.append(text).append("\n]\n");
    }
}
