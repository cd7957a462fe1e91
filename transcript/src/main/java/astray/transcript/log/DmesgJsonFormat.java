package astray.transcript.log;

import astray.facts.Fact;
import astray.facts.LogEntry;
import astray.facts.Moment;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.text.Json;
import astray.transcript.text.JsonBlockReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code dmesg -J} (util-linux 2.38 and later): one object with an array of priority, seconds since boot, message. */
public final class DmesgJsonFormat implements Format {
    private static final int PRIORITY = 6;

    @Override
    public String name() {
        return "dmesg -J";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        if (!head.getFirst().text().stripLeading().startsWith("{")) {
            return NO;
        }
        StringBuilder start = new StringBuilder();
        for (Line line : head.subList(0, Math.min(head.size(), 2))) {
            start.append(line.text(), 0, Math.min(line.text().length(), 40));
        }
        String compact = start.toString().replace(" ", "");
        return compact.startsWith("{\"dmesg\":[") ? CERTAIN : NO;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new JsonBlockReader((value, first) -> {
            if (value instanceof Map<?, ?> map) {
                for (Map<String, @Nullable Object> entry : Json.objects(map.get("dmesg"))) {
                    take(entry, first, sink);
                }
            }
        });
    }

    private static void take(Map<String, @Nullable Object> entry, Line first, Sink sink) {
        String message = Json.text(entry, "msg");
        if (message != null && LogRelevance.matters("kernel", message)) {
            sink.fact(new LogEntry(moment(entry.get("time")), null, "kernel", null, message.strip()), first, message);
        }
    }

    private static @Nullable Moment moment(@Nullable Object seconds) {
        double value = seconds instanceof Number number ? number.doubleValue() : -1;
        return value >= 0 && value < 1e12
                ? new Moment.SinceBoot(Duration.ofSeconds((long) value, Math.round(value % 1 * 1e6) * 1000))
                : null;
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        StringBuilder text = new StringBuilder("{\n   \"dmesg\": [\n      ");
        String separator = "";
        for (Fact fact : facts) {
            if (fact instanceof LogEntry entry && entry.at() instanceof Moment.SinceBoot at) {
                BigDecimal seconds = BigDecimal.valueOf(at.elapsed().toNanos() / 1000, 6);
                String padded = seconds.toPlainString();
                text.append(separator).append("{\n         \"pri\": ").append(PRIORITY);
                text.append(",\n         \"time\": ").repeat(' ', Math.max(0, 12 - padded.length()));
                text.append(padded).append(",\n         \"msg\": ");
                JsonText.quote(entry.message(), text);
                text.append("\n      }");
                separator = ",";
            }
        }
        out.append(text).append("\n   ]\n}\n");
    }
}
