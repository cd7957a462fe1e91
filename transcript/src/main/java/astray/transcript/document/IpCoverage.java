package astray.transcript.document;

import astray.facts.Address;
import astray.facts.Coverage.Topic;
import astray.facts.Family;
import astray.facts.Link;
import astray.facts.Neighbour;
import astray.facts.Route;
import astray.facts.Rule;
import astray.transcript.Command;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How much of what a form of ip(8) shows. */
final class IpCoverage {
    private static final Set<String> SHOW = Set.of("show", "list", "ls", "sh", "s", "l", "lst");

    private final Run run;
    private final CoverageRules.Adder to;

    IpCoverage(Run run, CoverageRules.Adder to) {
        this.run = run;
        this.to = to;
    }

    void find(Command command) {
        List<String> words = command.words();
        Family family = null;
        int at = 1;
        while (at < words.size() && words.get(at).startsWith("-")) {
            String option = words.get(at);
            if (option.equals("-4")) {
                family = Family.INET;
            } else if (option.equals("-6")) {
                family = Family.INET6;
            } else if (option.equals("-f") || option.equals("-family")) {
                at++;
                family = at < words.size() && words.get(at).equals("inet6") ? Family.INET6 : Family.INET;
            } else if (option.equals("-n") || option.equals("-netns")) {
                at++;
            }
            at++;
        }
        if (at >= words.size()) {
            return;
        }
        String object = words.get(at);
        List<String> rest = words.subList(at + 1, words.size());
        if (!rest.isEmpty() && SHOW.contains(rest.getFirst())) {
            rest = rest.subList(1, rest.size());
        }
        if ("address".startsWith(object)) {
            addresses(family, rest, true);
        } else if ("link".startsWith(object)) {
            addresses(family, rest, false);
        } else if ("route".startsWith(object)) {
            routes(family, rest);
        } else if ("rule".startsWith(object)) {
            if (run.shown(Rule.class) && rest.isEmpty()) {
                to.add(Topic.RULES, family == null ? Family.INET : family, null, true);
            }
        } else if ("neighbour".startsWith(object) || "neighbor".startsWith(object)) {
            if (run.shown(Neighbour.class)) {
                String dev = device(rest);
                boolean plain = rest.isEmpty() || dev != null && rest.size() <= 2;
                to.add(Topic.NEIGHBOURS, family, dev, plain);
            }
        }
    }

    private void addresses(@Nullable Family family, List<String> rest, boolean withAddresses) {
        if (!run.shown(Address.class, Link.class)
                || !rest.isEmpty() && Set.of("add", "del", "set", "flush").contains(rest.getFirst())) {
            return;
        }
        String dev = device(rest);
        boolean plain = rest.isEmpty() || dev != null && rest.size() <= 2;
        boolean all = plain && (dev != null || !run.anyOutput || run.fromTheFirst());
        if (withAddresses) {
            to.add(Topic.ADDRESSES, family, dev, all);
        }
        if (family == null) {
            to.add(Topic.LINKS, null, dev, all);
        }
    }

    private static @Nullable String device(List<String> rest) {
        int dev = rest.indexOf("dev");
        if (dev >= 0 && dev + 1 < rest.size()) {
            return rest.get(dev + 1);
        }
        Set<String> selectors = Set.of(
                "up",
                "to",
                "scope",
                "label",
                "type",
                "master",
                "nud",
                "dynamic",
                "permanent",
                "tentative",
                "deprecated",
                "primary",
                "group",
                "vrf",
                "unused",
                "proxy");
        return rest.size() == 1 && !selectors.contains(rest.getFirst()) ? rest.getFirst() : null;
    }

    private void routes(@Nullable Family family, List<String> rest) {
        if (!run.shown(Route.class)
                || !rest.isEmpty()
                        && Set.of("get", "add", "del", "replace", "flush", "save")
                                .contains(rest.getFirst())) {
            return;
        }
        int at = rest.indexOf("table");
        String table = at >= 0 && at + 1 < rest.size() ? rest.get(at + 1) : null;
        boolean plain = rest.isEmpty() || table != null && rest.size() == 2;
        String selector = table == null || table.equals("254") ? Route.MAIN : table.equals("255") ? Route.LOCAL : table;
        // "table all" without a family lists both
        Family shownFamily = family != null ? family : "all".equals(selector) ? null : Family.INET;
        to.add(Topic.ROUTES, shownFamily, selector, plain);
    }
}
