package astray.transcript.iproute;

import astray.facts.Fact;
import astray.facts.IpAddress;
import astray.facts.Neighbour;
import astray.transcript.Command;
import astray.transcript.Line;
import astray.transcript.Sink;
import astray.transcript.text.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code ip -j neigh}. */
public final class NeighJsonFormat extends IpJson {

    /** The one form. */
    public NeighJsonFormat() {
        super("ip -j neigh", "neigh");
    }

    @Override
    int recogniseStart(String start, @Nullable IpCommand command) {
        boolean neighbours = has(start, "state") || has(start, "lladdr") || has(start, "proxy");
        return has(start, "dst") && neighbours && !has(start, "flags") ? CERTAIN : NO;
    }

    @Override
    void read(List<Map<String, @Nullable Object>> objects, Line first, Sink sink, @Nullable Command command) {
        IpCommand ip = IpCommand.of(command);
        String asked = ip == null ? null : ip.dev();
        for (Map<String, @Nullable Object> object : objects) {
            String text = Json.text(object, "dst");
            IpAddress address = text == null ? null : IpAddress.parse(text);
            if (address != null) {
                String dev = Json.text(object, "dev");
                String lladdr = Json.text(object, "lladdr");
                Neighbour neighbour = new Neighbour(
                        address,
                        dev != null ? dev : asked,
                        lladdr == null ? null : lladdr.toLowerCase(Locale.ROOT),
                        state(object),
                        flags(object));
                sink.fact(neighbour, first, JsonText.of(object));
            }
        }
    }

    private static Neighbour.State state(Map<String, @Nullable Object> object) {
        List<String> states = Json.strings(object.get("state"));
        Neighbour.State state = states.isEmpty() ? null : NeighFormat.state(states.getFirst());
        return state == null ? Neighbour.State.NONE : state;
    }

    private static List<String> flags(Map<String, @Nullable Object> object) {
        List<String> flags = new ArrayList<>();
        for (Map.Entry<String, @Nullable Object> member : object.entrySet()) {
            if (NeighFormat.isFlag(member.getKey())) {
                flags.add(member.getKey());
            }
        }
        return flags;
    }

    @Override
    List<Map<String, @Nullable Object>> objects(List<? extends Fact> facts) {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact instanceof Neighbour neighbour) {
                Map<String, @Nullable Object> object = new LinkedHashMap<>();
                object.put("dst", neighbour.address().toString());
                if (neighbour.dev() != null) {
                    object.put("dev", neighbour.dev());
                }
                if (neighbour.lladdr() != null) {
                    object.put("lladdr", neighbour.lladdr());
                }
                for (String flag : neighbour.flags()) {
                    object.put(flag, null);
                }
                object.put("state", List.of(neighbour.state().name()));
                objects.add(object);
            }
        }
        return objects;
    }
}
