package astray.transcript.host;

import astray.facts.Fact;
import astray.facts.HostName;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code hostnamectl} (hostnamectl(1)). */
final class HostnamectlFormat implements Format {
    private static final String STATIC = "Static hostname: ";

    @Override
    public String name() {
        return "hostnamectl";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        return head.getFirst().text().strip().startsWith(STATIC) ? CERTAIN : NO;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return line -> {
            String text = line.text().strip();
            if (!known(text)) {
                return false;
            }
            if (text.startsWith(STATIC) && !text.endsWith("(unset)") && !text.endsWith("n/a")) {
                sink.fact(new HostName(text.substring(STATIC.length()).strip()), line);
            }
            return true;
        };
    }

    private static boolean known(String text) {
        int colon = text.indexOf(": ");
        return colon > 0
                && switch (text.substring(0, colon)) {
                    case "Static hostname",
                            "Pretty hostname",
                            "Transient hostname",
                            "Icon name",
                            "Chassis",
                            "Deployment",
                            "Location",
                            "Machine ID",
                            "Boot ID",
                            "Product UUID",
                            "AF_VSOCK CID",
                            "Virtualization",
                            "Operating System",
                            "CPE OS Name",
                            "OS Support End",
                            "OS Support Remaining",
                            "Kernel",
                            "Architecture",
                            "Hardware Vendor",
                            "Hardware Model",
                            "Hardware Serial",
                            "Hardware SKU",
                            "Hardware Version",
                            "Firmware Version",
                            "Firmware Date",
                            "Firmware Age" -> true;
                    default -> false;
                };
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof HostName host) {
                out.append(' ').append(STATIC).append(host.name()).append('\n');
            }
        }
    }
}
