package astray.transcript.hosts;

import astray.facts.IpAddress;
import astray.facts.Mention;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All hosts' names in the documents, and which of them are spellings of one name. */
final class Names {
    private final Set<String> known = new LinkedHashSet<>();
    private final Map<String, String> spellings = new HashMap<>();
    private final List<Mention> mentions;

    Names(List<Draft> drafts, List<Mention> mentions) {
        this.mentions = mentions;
        Set<String> own = new LinkedHashSet<>();
        for (Draft draft : drafts) {
            Draft.Named named = draft.named();
            if (named != null) {
                own.add(named.host());
            }
            Draft.Named place = draft.place();
            if (place != null) {
                own.add(place.host());
            }
            Evidence evidence = draft.evidence();
            own.addAll(evidence.logHosts());
            if (evidence.ownName() != null) {
                own.add(evidence.ownName());
            }
            known.addAll(evidence.localNames());
            known.addAll(evidence.otherNames());
            String target = Clients.target(draft);
            if (target != null) {
                known.add(target);
            }
            for (Label label : draft.labels()) {
                if (!label.description() && !label.onlyIfKnown()) {
                    own.add(label.host());
                }
            }
        }
        for (Mention mention : mentions) {
            if (mention.name() != null) {
                known.add(mention.name());
            }
        }
        known.addAll(own);
        unify(own);
    }

    /** {@code gpu1} and {@code gpu1.example.org} are one host unless there are two with such a longer name. */
    private void unify(Set<String> own) {
        Map<String, Set<String>> byFirst = new HashMap<>();
        for (String name : own) {
            if (IpAddress.parse(name) == null) {
                byFirst.computeIfAbsent(first(name), _ -> new TreeSet<>()).add(name);
            }
        }
        for (Map.Entry<String, Set<String>> entry : byFirst.entrySet()) {
            Set<String> variants = entry.getValue();
            Set<String> longNames = new TreeSet<>();
            String shortest = null;
            for (String variant : variants) {
                if (variant.indexOf('.') > 0) {
                    longNames.add(variant.toLowerCase(Locale.ROOT));
                }
                shortest = shortest == null || variant.length() < shortest.length() ? variant : shortest;
            }
            if (longNames.size() <= 1 && shortest != null) {
                for (String variant : variants) {
                    spellings.put(variant, shortest);
                }
            }
        }
    }

    private static String first(String name) {
        int dot = name.indexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name).toLowerCase(Locale.ROOT);
    }

    /** Whether the documents know a host of this name. */
    boolean known(String name) {
        return known.contains(name) || IpAddress.parse(name) != null;
    }

    Set<String> known() {
        return known;
    }

    String spelling(String name) {
        return spellings.getOrDefault(name, name);
    }

    /** Whether two names are of one host as far as spelling tells. */
    boolean same(String one, String other) {
        return spelling(one).equalsIgnoreCase(spelling(other));
    }

    /** The name of the one host in this role; {@code null} when there is none or are several. */
    @Nullable
    String onlyOne(Mention.Role role) {
        String only = null;
        for (Mention mention : mentions) {
            if (mention.role() == role && mention.name() != null) {
                if (only != null && !same(only, mention.name())) {
                    return null;
                }
                only = mention.name();
            }
        }
        return only;
    }

    /** The name, or else the address, of the one host in this role. */
    @Nullable
    String onlyOneOrAddress(Mention.Role role) {
        String name = onlyOne(role);
        if (name != null) {
            return name;
        }
        IpAddress only = null;
        for (Mention mention : mentions) {
            if (mention.role() == role && mention.address() != null) {
                if (mention.name() != null || only != null && !only.equals(mention.address())) {
                    return null;
                }
                only = mention.address();
            }
        }
        return only == null ? null : only.toString();
    }
}
