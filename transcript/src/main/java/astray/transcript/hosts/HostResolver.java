package astray.transcript.hosts;

import astray.facts.Attribution.Reason;
import astray.facts.IpAddress;
import astray.facts.Mention;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which host each block is from, over all documents together. First what names it outright (prompts,
 * section marks, its own output), then the words around it, then what it shares with blocks whose host is known.
 * A client's output about the way to a host is not from that host.
 */
public final class HostResolver {
    private static final String AMBIGUOUS = "";
    private static final int ROUNDS = 3;

    private final List<Draft> drafts;
    private final Names names;
    private final Descriptions descriptions;
    private final Map<String, String> hostOfInterface = new HashMap<>();
    private final Map<IpAddress, String> hostOfAddress = new HashMap<>();
    private final Map<IpAddress, String> saidOfAddress = new HashMap<>();
    private final @Nullable String asker;

    /** Takes all blocks, and what the prose says of hosts. */
    public HostResolver(List<Draft> drafts, List<Mention> mentions) {
        this.drafts = drafts;
        names = new Names(drafts, mentions);
        asker = names.onlyOne(Mention.Role.ASKER);
        for (Mention mention : mentions) {
            if (mention.name() != null && mention.address() != null) {
                put(saidOfAddress, mention.address(), mention.name());
            }
        }
        for (Draft draft : drafts) {
            draft.evidence().mapped().forEach((name, address) -> put(saidOfAddress, address, name));
        }
        descriptions = new Descriptions(names);
    }

    /** Sets the host of every block where one can be told. */
    public void resolve() {
        for (Draft draft : drafts) {
            outright(draft);
        }
        ownNames();
        learnShared();
        descriptions.learn(drafts, hostOfInterface, saidOfAddress);
        for (Draft draft : drafts) {
            if (draft.host() == null) {
                byWords(draft);
            }
            Draft.Named place = draft.place();
            if (draft.host() == null && place != null) {
                set(draft, place.host(), place.reason(), place.line(), place.quote());
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            learnShared();
            boolean found = false;
            for (Draft draft : drafts) {
                found |= draft.host() == null && shared(draft);
            }
            if (!found) {
                break;
            }
        }
        for (Draft draft : drafts) {
            if (draft.host() == null) {
                localEnd(draft);
            }
        }
    }

    /** What a description or name in the prose stands for. */
    public String meaning(String nameOrDescription) {
        return descriptions.meaning(nameOrDescription);
    }

    /** The one spelling of a host's name. */
    public String spelling(String name) {
        return names.spelling(name);
    }

    private void set(Draft draft, String host, Reason reason, int line, String quote) {
        draft.host(names.spelling(host), reason, line, quote);
    }

    private void outright(Draft draft) {
        Draft.Named named = draft.named();
        if (named != null) {
            set(draft, named.host(), named.reason(), named.line(), named.quote());
            return;
        }
        Evidence evidence = draft.evidence();
        if (evidence.logHosts().size() == 1) {
            String host = evidence.logHosts().getFirst();
            set(draft, host, Reason.OUTPUT, draft.firstLine(), "log lines of " + host);
        }
    }

    /** {@code hostname} names all blocks that the same words stand over, unless those words give a name themselves. */
    private void ownNames() {
        Map<Object, Draft> sayers = new HashMap<>();
        Set<Object> several = new HashSet<>();
        for (Draft draft : drafts) {
            if (draft.evidence().ownName() == null || draft.named() != null || namesItself(draft)) {
                continue;
            }
            Object scope = scope(draft);
            Draft other = sayers.putIfAbsent(scope, draft);
            if (other != null
                    && !draft.evidence().ownName().equals(other.evidence().ownName())) {
                several.add(scope);
            }
        }
        for (Draft draft : drafts) {
            Object scope = scope(draft);
            Draft sayer = sayers.get(scope);
            String name = sayer == null ? null : sayer.evidence().ownName();
            if (sayer != null
                    && name != null
                    && draft.host() == null
                    && !several.contains(scope)
                    && !aimedAt(draft, name)) {
                set(draft, name, Reason.OUTPUT, sayer.firstLine(), name);
            }
        }
    }

    private boolean namesItself(Draft draft) {
        for (Label label : draft.labels()) {
            if (!label.description() && usable(label)) {
                return true;
            }
        }
        return false;
    }

    /** Blocks are in one scope when the same words stand over them. */
    private static Object scope(Draft draft) {
        return List.of(
                draft.document(), draft.labels().isEmpty() ? "" : draft.labels().getFirst());
    }

    private boolean usable(Label label) {
        return !label.onlyIfKnown() || names.known(label.host());
    }

    private @Nullable Label usableLabel(Draft draft) {
        for (Label label : draft.labels()) {
            if (usable(label)) {
                return label;
            }
        }
        return null;
    }

    private void byWords(Draft draft) {
        Label label = usableLabel(draft);
        boolean client = Clients.isClient(draft);
        if (label == null) {
            if (client && asker != null && draft.place() == null && !aimedAt(draft, asker)) {
                set(draft, asker, Reason.WORDS, draft.firstLine(), "asked from " + asker);
            }
            return;
        }
        String host = label.description() ? descriptions.meaning(label.host()) : label.host();
        if (client && aimedAt(draft, host)) {
            if (asker != null && !asker.equals(host)) {
                set(draft, asker, Reason.WORDS, label.line(), label.quote());
            }
            return;
        }
        // a host that is only named over a client's output may as well be the one that was aimed at
        if (client && label.form() == Label.Form.NAMED && label.description()) {
            return;
        }
        set(draft, host, Reason.WORDS, label.line(), label.quote());
    }

    /** Whether a client was aimed at this host: by its name, or by its address. */
    private boolean aimedAt(Draft draft, String host) {
        String target = Clients.target(draft);
        if (target == null) {
            return false;
        }
        if (names.same(target, host)) {
            return true;
        }
        IpAddress address = IpAddress.parse(target);
        return address != null && names.same(host, saidOfAddress.getOrDefault(address, AMBIGUOUS));
    }

    private void learnShared() {
        hostOfInterface.clear();
        hostOfAddress.clear();
        for (Draft draft : drafts) {
            Draft.Named host = draft.host();
            if (host == null || Clients.isClient(draft)) {
                continue;
            }
            for (String dev : draft.evidence().interfaces()) {
                put(hostOfInterface, dev, host.host());
            }
            for (IpAddress address : draft.evidence().addresses()) {
                put(hostOfAddress, address, host.host());
            }
        }
    }

    private <K> void put(Map<K, String> hosts, K key, String host) {
        String other = hosts.putIfAbsent(key, host);
        if (other != null && !names.same(other, host)) {
            hosts.put(key, AMBIGUOUS);
        }
    }

    private boolean shared(Draft draft) {
        if (Clients.isClient(draft)) {
            return false;
        }
        String host = only(draft.evidence().interfaces(), hostOfInterface);
        if (host != null) {
            String dev = draft.evidence().interfaces().stream()
                    .filter(hostOfInterface::containsKey)
                    .findFirst()
                    .orElse("");
            set(draft, host, Reason.SHARED_INTERFACE, draft.firstLine(), dev);
            return true;
        }
        Map<IpAddress, String> held = new HashMap<>(saidOfAddress);
        held.putAll(hostOfAddress);
        host = only(draft.evidence().addresses(), held);
        if (host != null) {
            String address = draft.evidence().addresses().stream()
                    .filter(held::containsKey)
                    .findFirst()
                    .map(IpAddress::toString)
                    .orElse("");
            set(draft, host, Reason.SHARED_ADDRESS, draft.firstLine(), address);
            return true;
        }
        return false;
    }

    /** The one host that all known keys belong to. */
    private <K> @Nullable String only(Set<K> keys, Map<K, String> hosts) {
        String only = null;
        for (K key : keys) {
            String host = hosts.get(key);
            if (host == null || host.equals(AMBIGUOUS)) {
                continue;
            }
            if (only != null && !names.same(only, host)) {
                return null;
            }
            only = host;
        }
        return only;
    }

    private void localEnd(Draft draft) {
        String name = draft.evidence().onlyLocalName();
        if (name != null && names.known(name)) {
            set(draft, name, Reason.LOCAL_ENDPOINT, draft.firstLine(), name);
        }
    }
}
