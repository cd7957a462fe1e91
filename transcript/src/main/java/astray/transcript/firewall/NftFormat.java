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
import org.jspecify.annotations.Nullable;

/** {@code nft list ruleset}, {@code list table} and {@code list chain} (nft(8)), with handles or without. */
public final class NftFormat implements Format {

    @Override
    public String name() {
        return "nft list ruleset";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        int first = 0;
        while (first + 1 < head.size() && Warnings.isWarning(head.get(first).text())) {
            first++;
        }
        return NftReader.table(NftReader.withoutHandle(head.get(first).text().strip())) != null ? CERTAIN : NO;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new NftReader(sink);
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        String table = "";
        String chain = "";
        for (Fact fact : facts) {
            if (!Owner.tool(fact).equals("nft")) {
                continue;
            }
            String ofTable = family(fact) + " " + Owner.table(fact);
            String ofChain = fact instanceof FirewallRule rule ? rule.chain() : "";
            if (!ofTable.equals(table)) {
                out.append(chain.isEmpty() ? "" : "\t}\n").append(table.isEmpty() ? "" : "}\n");
                out.append("table ").append(ofTable).append(" {\n");
                table = ofTable;
                chain = "";
            } else if (!ofChain.equals(chain)) {
                out.append("\t}\n\n");
            }
            if (fact instanceof FirewallChain base) {
                out.append("\tchain ").append(base.chain()).append(" {\n");
                hook(base, out);
                chain = base.chain();
            } else if (fact instanceof FirewallRule rule) {
                if (!ofChain.equals(chain)) {
                    out.append("\tchain ").append(ofChain).append(" {\n");
                    chain = ofChain;
                }
                out.append("\t\t").append(rule.rule()).append('\n');
            }
        }
        out.append(table.isEmpty() ? "" : "\t}\n}\n");
    }

    private static String family(Fact fact) {
        String family = fact instanceof FirewallChain chain
                ? chain.family()
                : fact instanceof FirewallRule rule ? rule.family() : null;
        return family == null ? "ip" : family;
    }

    /** The chain's type is not among the facts: it is that of its place. */
    private static void hook(FirewallChain chain, Appendable out) throws IOException {
        if (chain.hook() == null) {
            return;
        }
        boolean nat = chain.table().equals("nat");
        out.append("\t\ttype ").append(nat ? "nat" : "filter").append(" hook ").append(chain.hook());
        out.append(" priority ")
                .append(chain.priority() == null ? "0" : chain.priority())
                .append(';');
        out.append(chain.policy() == null ? "" : " policy " + chain.policy() + ";")
                .append('\n');
    }
}
