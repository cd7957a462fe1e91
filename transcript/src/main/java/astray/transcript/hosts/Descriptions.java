package astray.transcript.hosts;

import astray.facts.IpAddress;
import astray.facts.Mention;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which host a description such as {@code GPU 服务器} or {@code the client} means: what is for each is weighed. */
final class Descriptions {
    private static final int SAYS_SO = 5;
    private static final int SHARES_INTERFACE = 4;
    private static final int LOGGED = 3;
    private static final int HOLDS_ADDRESS = 3;
    private static final int AIMED = 2;
    private static final int SOUNDS_LIKE = 1;

    private static final Set<String> ASKERS = Set.of(
            "client", "laptop", "pc", "desktop", "workstation", "notebook", "客户端", "客户机", "我的电脑", "我的机器", "本机", "本地");
    private static final Set<String> TARGETS = Set.of("server", "服务端", "服务器", "目标机");

    private final Names names;
    private final Map<String, Map<String, Integer>> votes = new LinkedHashMap<>();
    private final Map<String, String> shown = new HashMap<>();

    Descriptions(Names names) {
        this.names = names;
    }

    void learn(List<Draft> drafts, Map<String, String> hostOfInterface, Map<IpAddress, String> saidOfAddress) {
        for (Draft draft : drafts) {
            Label label = draft.labels().isEmpty() ? null : draft.labels().getFirst();
            if (label == null || !label.description()) {
                continue;
            }
            String key = Label.key(label.host());
            shown.putIfAbsent(key, label.host());
            Evidence evidence = draft.evidence();
            if (Clients.isClient(draft)) {
                String target = Clients.target(draft);
                if (label.form() == Label.Form.NAMED && target != null && IpAddress.parse(target) == null) {
                    vote(key, target, AIMED);
                }
                continue;
            }
            if (evidence.ownName() != null) {
                vote(key, evidence.ownName(), SAYS_SO);
            }
            for (String host : evidence.logHosts()) {
                vote(key, host, LOGGED);
            }
            for (String host : evidence.localNames()) {
                vote(key, host, AIMED);
            }
            for (String dev : evidence.interfaces()) {
                vote(key, hostOfInterface.get(dev), SHARES_INTERFACE);
            }
            for (IpAddress address : evidence.addresses()) {
                vote(key, saidOfAddress.get(address), HOLDS_ADDRESS);
            }
        }
        for (String key : shown.keySet()) {
            String alike = soundsLike(key);
            if (alike != null) {
                vote(key, alike, SOUNDS_LIKE);
            }
        }
    }

    private void vote(String key, @Nullable String host, int weight) {
        if (host != null && !host.isEmpty()) {
            votes.computeIfAbsent(key, _ -> new LinkedHashMap<>()).merge(names.spelling(host), weight, Integer::sum);
        }
    }

    /** The one known name that begins as the description does: {@code GPU 服务器} and {@code gpu1}. */
    private @Nullable String soundsLike(String key) {
        int end = 0;
        while (end < key.length() && (key.charAt(end) < 0x80 && Character.isLetterOrDigit(key.charAt(end)))) {
            end++;
        }
        String stem = key.substring(0, end);
        if (stem.length() < 2) {
            return null;
        }
        String only = null;
        for (String name : names.known()) {
            String lower = name.toLowerCase(Locale.ROOT);
            boolean alike = lower.startsWith(stem) && lower.length() <= stem.length() + 3
                    || stem.startsWith(lower) && lower.length() >= 3;
            if (alike && !Label.key(name).equals(key)) {
                if (only != null && !names.same(only, name)) {
                    return null;
                }
                only = name;
            }
        }
        return only;
    }

    /** The host meant; the description itself when that cannot be told. */
    String meaning(String description) {
        String key = Label.key(description);
        String best = null;
        int most = 0;
        boolean tie = false;
        for (Map.Entry<String, Integer> vote : votes.getOrDefault(key, Map.of()).entrySet()) {
            tie = vote.getValue() == most || vote.getValue() < most && tie;
            if (vote.getValue() > most) {
                most = vote.getValue();
                best = vote.getKey();
                tie = false;
            }
        }
        if (best != null && !tie) {
            return best;
        }
        if (names.known(description) && !shown.containsKey(key)) {
            return description;
        }
        String role = role(key);
        return role != null ? role : shown.getOrDefault(key, description);
    }

    private @Nullable String role(String key) {
        if (names.known(key)) {
            return key;
        }
        if (ASKERS.contains(key)) {
            return names.onlyOneOrAddress(Mention.Role.ASKER);
        }
        return TARGETS.contains(key) ? names.onlyOneOrAddress(Mention.Role.TARGET) : null;
    }
}
