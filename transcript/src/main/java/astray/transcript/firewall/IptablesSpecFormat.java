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

/** {@code iptables -S} and {@code ip6tables -S}, one table's chains and rules as options. */
public final class IptablesSpecFormat implements Format {

    @Override
    public String name() {
        return "iptables -S";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        int first = 0;
        while (first + 1 < head.size() && Warnings.isWarning(head.get(first).text())) {
            first++;
        }
        String text = head.get(first).text().strip();
        return text.startsWith("-") && SpecLine.read(text, new Scope(command)) != null ? CERTAIN : NO;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        Scope scope = new Scope(command);
        return line -> {
            if (Warnings.isWarning(line.text())) {
                return true;
            }
            Fact fact = line.isBlank() ? null : SpecLine.read(line.text(), scope);
            if (fact != null) {
                sink.fact(fact, line);
            }
            return fact != null;
        };
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (!Owner.tool(fact).endsWith("tables")) {
                continue;
            }
            if (fact instanceof FirewallChain chain) {
                if (chain.policy() == null) {
                    out.append("-N ").append(chain.chain()).append('\n');
                } else {
                    String policy = chain.policy().toUpperCase(Locale.ROOT);
                    out.append("-P ")
                            .append(chain.chain())
                            .append(' ')
                            .append(policy)
                            .append('\n');
                }
            } else if (fact instanceof FirewallRule rule) {
                out.append(rule.rule()).append('\n');
            }
        }
    }
}
