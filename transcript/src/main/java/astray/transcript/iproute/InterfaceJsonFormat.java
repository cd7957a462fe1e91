package astray.transcript.iproute;

import astray.facts.Address;
import astray.facts.BridgePort;
import astray.facts.Fact;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.Link;
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

/** {@code ip -j addr} and {@code ip -j link}, also with {@code -d}, {@code -s} and {@code -br}. */
public final class InterfaceJsonFormat extends IpJson {
    /** What stands for "forever" in 32 bits. */
    private static final long FOREVER = 0xffffffffL;

    private final boolean withAddresses;

    private InterfaceJsonFormat(String name, boolean withAddresses) {
        super(name, withAddresses ? "address" : "link");
        this.withAddresses = withAddresses;
    }

    /** {@code ip -j addr}. */
    public static InterfaceJsonFormat addr() {
        return new InterfaceJsonFormat("ip -j addr", true);
    }

    /** {@code ip -j link}. */
    public static InterfaceJsonFormat link() {
        return new InterfaceJsonFormat("ip -j link", false);
    }

    @Override
    int recogniseStart(String start, @Nullable IpCommand command) {
        // bridge -j link has these as well, and the port's state, which here stands among what is told of the link's
        // kind
        boolean plain =
                has(start, "flags") && has(start, "ifindex") && (!has(start, "state") || has(start, "linkinfo"));
        boolean telling = has(start, "operstate") || has(start, "addr_info") || has(start, "link_type");
        if (!has(start, "ifname") || !plain && !telling) {
            return NO;
        }
        return has(start, "addr_info") == withAddresses ? CERTAIN : LIKELY;
    }

    @Override
    void read(List<Map<String, @Nullable Object>> objects, Line first, Sink sink, @Nullable Command command) {
        for (Map<String, @Nullable Object> object : objects) {
            String name = Json.text(object, "ifname");
            if (name == null) {
                continue;
            }
            Map<String, @Nullable Object> own = new LinkedHashMap<>(object);
            own.remove("addr_info");
            Link link = link(object, name);
            sink.fact(link, first, JsonText.of(own));
            String state = portState(object);
            if (link.master() != null && state != null) {
                sink.fact(new BridgePort(name, link.master(), state), first, JsonText.of(own));
            }
            for (Map<String, @Nullable Object> info : Json.objects(object.get("addr_info"))) {
                Address address = address(info, name);
                if (address != null) {
                    Map<String, @Nullable Object> quoted = new LinkedHashMap<>();
                    quoted.put("ifname", name);
                    quoted.put("addr_info", List.of(info));
                    sink.fact(address, first, JsonText.of(quoted));
                }
            }
        }
    }

    private static Link link(Map<String, @Nullable Object> object, String name) {
        String lladdr = Json.text(object, "address");
        Object info = object.get("linkinfo");
        Object kind = info instanceof Map<?, ?> map ? map.get("info_kind") : null;
        return new Link(
                integer(Json.number(object, "ifindex")),
                name,
                peer(object),
                Json.strings(object.get("flags")),
                integer(Json.number(object, "mtu")),
                Json.text(object, "qdisc"),
                Json.text(object, "master"),
                Json.text(object, "operstate"),
                Json.text(object, "link_type"),
                lladdr == null ? null : lladdr.toLowerCase(Locale.ROOT),
                kind instanceof String text ? text : null);
    }

    /** The state of a bridge's port, in {@code -d}. */
    private static @Nullable String portState(Map<String, @Nullable Object> object) {
        return object.get("linkinfo") instanceof Map<?, ?> info
                        && "bridge".equals(info.get("info_slave_kind"))
                        && info.get("info_slave_data") instanceof Map<?, ?> data
                        && data.get("state") instanceof String state
                ? state
                : null;
    }

    private static @Nullable String peer(Map<String, @Nullable Object> object) {
        String link = Json.text(object, "link");
        if (link != null) {
            return link;
        }
        if (object.containsKey("link")) {
            return "NONE";
        }
        Long index = Json.number(object, "link_index");
        return index == null ? null : "if" + index;
    }

    private static @Nullable Integer integer(@Nullable Long number) {
        return number == null || number < 0 || number > Integer.MAX_VALUE ? null : Integer.valueOf(number.intValue());
    }

    private static @Nullable Address address(Map<String, @Nullable Object> info, String dev) {
        IpAddress local = ip(info, "local");
        IpAddress other = ip(info, "address");
        IpAddress address = local != null ? local : other;
        Integer length = integer(Json.number(info, "prefixlen"));
        if (address == null || length == null || length > address.family().bits()) {
            return null;
        }
        List<String> flags = new ArrayList<>();
        info.forEach((member, value) -> {
            if (Boolean.TRUE.equals(value)) {
                flags.add(member);
            }
        });
        return new Address(
                dev,
                address,
                length,
                local != null && other != null && other.family() == local.family() ? other : null,
                ip(info, "broadcast"),
                Json.text(info, "scope"),
                Json.text(info, "label"),
                flags);
    }

    private static @Nullable IpAddress ip(Map<String, @Nullable Object> info, String member) {
        return info.get(member) instanceof String text ? IpAddress.parse(text) : null;
    }

    @Override
    List<Map<String, @Nullable Object>> objects(List<? extends Fact> facts) {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact instanceof Link link) {
                Map<String, @Nullable Object> object = object(link);
                Map<String, Object> info = info(link, facts);
                if (!info.isEmpty()) {
                    object.put("linkinfo", info);
                }
                if (withAddresses) {
                    object.put("addr_info", infos(link, facts));
                }
                objects.add(object);
            }
        }
        return objects;
    }

    private static Map<String, @Nullable Object> object(Link link) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        put(object, "ifindex", link.index());
        String peer = link.peer();
        if (peer != null) {
            object.put("link", peer.equals("NONE") ? null : peer);
        }
        object.put("ifname", link.name());
        object.put("flags", link.flags());
        put(object, "mtu", link.mtu());
        put(object, "qdisc", link.qdisc());
        put(object, "master", link.master());
        put(object, "operstate", link.state());
        put(object, "link_type", link.linkType());
        put(object, "address", link.lladdr());
        return object;
    }

    private static Map<String, Object> info(Link link, List<? extends Fact> facts) {
        Map<String, Object> info = new LinkedHashMap<>();
        if (link.kind() != null) {
            info.put("info_kind", link.kind());
        }
        for (Fact fact : facts) {
            if (fact instanceof BridgePort port && port.dev().equals(link.name())) {
                info.put("info_slave_kind", "bridge");
                info.put("info_slave_data", Map.of("state", port.state()));
            }
        }
        return info;
    }

    private static List<Map<String, @Nullable Object>> infos(Link link, List<? extends Fact> facts) {
        List<Map<String, @Nullable Object>> infos = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact instanceof Address address && address.dev().equals(link.name())) {
                Map<String, @Nullable Object> info = new LinkedHashMap<>();
                info.put("family", address.address().family() == Family.INET ? "inet" : "inet6");
                info.put("local", address.address().toString());
                put(info, "address", address.peer());
                info.put("prefixlen", address.length());
                put(info, "broadcast", address.broadcast());
                put(info, "scope", address.scope());
                for (String flag : address.flags()) {
                    info.put(flag, true);
                }
                put(info, "label", address.label());
                info.put("valid_life_time", FOREVER);
                info.put("preferred_life_time", FOREVER);
                infos.add(info);
            }
        }
        return infos;
    }

    private static void put(Map<String, @Nullable Object> object, String member, @Nullable Object value) {
        if (value != null) {
            object.put(member, value instanceof Number ? value : value.toString());
        }
    }
}
