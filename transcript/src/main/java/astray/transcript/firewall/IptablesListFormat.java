package astray.transcript.firewall;

import astray.facts.Fact;
import astray.facts.FirewallChain;
import astray.facts.FirewallRule;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code iptables -L}, with {@code -n}, {@code -v}, {@code -x} and {@code --line-numbers} or without. A rule's text is
 * its row from the target on, without number and counters.
 */
public final class IptablesListFormat implements Format {
    private static final String COLUMNS = "target     prot opt source               destination         \n";
    private static final String COUNTED =
            " pkts bytes target     prot opt in     out     source               destination         \n";

    @Override
    public String name() {
        return "iptables -L";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        int first = 0;
        while (first + 1 < head.size() && Warnings.isWarning(head.get(first).text())) {
            first++;
        }
        return ListReader.chainName(head.get(first).text()) != null ? CERTAIN : NO;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new ListReader(sink, new Scope(command));
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        boolean counted = false;
        for (Fact fact : facts) {
            counted |= fact instanceof FirewallRule rule && rule.packets() != null;
        }
        String separator = "";
        for (Fact fact : facts) {
            if (!Owner.tool(fact).endsWith("tables")) {
                continue;
            }
            if (fact instanceof FirewallChain chain) {
                out.append(separator).append("Chain ").append(chain.chain()).append(" (");
                out.append(
                        chain.policy() == null
                                ? "0 references"
                                : "policy " + chain.policy().toUpperCase(Locale.ROOT)
                                        + (counted ? " 0 packets, 0 bytes" : ""));
                out.append(")\n").append(counted ? COUNTED : COLUMNS);
                separator = "\n";
            } else if (fact instanceof FirewallRule rule) {
                if (counted) {
                    String packets =
                            rule.packets() == null ? "0" : rule.packets().toString();
                    out.append(" ".repeat(Math.max(0, 5 - packets.length())))
                            .append(packets)
                            .append("     0 ");
                }
                out.append(rule.rule()).append('\n');
            }
        }
    }
}
