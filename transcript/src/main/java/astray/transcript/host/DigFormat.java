package astray.transcript.host;

import astray.facts.ConnectAttempt;
import astray.facts.ConnectAttempt.Outcome;
import astray.facts.Fact;
import astray.facts.IpAddress;
import astray.facts.NameMapping;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.connect.Literals;
import astray.transcript.connect.Operands;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code dig} (dig(1)): comments after semicolons, and resource records in the form of a zone file. */
final class DigFormat implements Format {
    private static final String TOOL = "dig";
    private static final String SOURCE = "dns";

    @Override
    public String name() {
        return TOOL;
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String first = head.getFirst().text();
        if (first.startsWith("; <<>> DiG ") || first.startsWith(";; Got answer:") || header(first) != null) {
            return CERTAIN;
        }
        boolean asked = command != null && command.tool().equals(TOOL);
        if (first.startsWith(";;")) {
            return asked ? CERTAIN : NO;
        }
        return Answer.parse(first) != null ? LIKELY : NO;
    }

    /** The status in {@code ;; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 1}. */
    private static @Nullable String header(String text) {
        int at = text.indexOf("status: ");
        if (!text.startsWith(";; ->>HEADER<<-") || at < 0) {
            return null;
        }
        int end = text.indexOf(',', at);
        return text.substring(at + 8, end < 0 ? text.length() : end);
    }

    /**
     * A resource record.
     *
     * @param owner its name, without the root's dot
     * @param type {@code A}, {@code CNAME}, …
     * @param data the rest
     */
    private record Answer(String owner, String type, String data) {
        static @Nullable Answer parse(String text) {
            Words words = new Words(text);
            String owner = words.next();
            Long ttl = Numbers.parseLong(words.next());
            String kind = words.next();
            String type = words.next();
            if (owner == null || ttl == null || kind == null || type == null || !kind.equals("IN")) {
                return null;
            }
            return new Answer(withoutDot(owner), type, words.rest());
        }

        @Nullable
        IpAddress address() {
            return type.equals("A") || type.equals("AAAA") ? Literals.address(data) : null;
        }
    }

    static String withoutDot(String name) {
        return name.length() > 1 && name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new DigReader(sink, command);
    }

    /** The name that a command asks for: not the server, the type, or an option. */
    static @Nullable String asked(@Nullable Command command) {
        Operands operands = new Operands(command, "bcfkmpqtxyRW");
        for (int i = 0; i < operands.count(); i++) {
            String word = String.valueOf(operands.at(i));
            boolean other = word.startsWith("@")
                    || word.startsWith("+")
                    || word.equals(word.toUpperCase(java.util.Locale.ROOT));
            if (!other && Literals.name(withoutDot(word))) {
                return withoutDot(word);
            }
        }
        return null;
    }

    private static final class DigReader implements Reader {
        private final Sink sink;
        private @Nullable String question;
        private @Nullable String alias;
        private @Nullable Line failed;

        DigReader(Sink sink, @Nullable Command command) {
            this.sink = sink;
            question = asked(command);
        }

        @Override
        public boolean accept(Line line) {
            String text = line.text();
            if (text.startsWith(";")) {
                comment(line, text);
                return true;
            }
            if (line.isBlank()) {
                return true;
            }
            Answer answer = Answer.parse(text);
            if (answer == null) {
                return false;
            }
            answer(line, answer);
            return true;
        }

        private void comment(Line line, String text) {
            String status = header(text);
            boolean unanswered = text.contains("no servers could be reached");
            if (unanswered || status != null && (status.equals("NXDOMAIN") || status.equals("SERVFAIL"))) {
                failed = line;
            } else if (text.length() > 1 && text.charAt(1) != ';' && text.charAt(1) != ' ') {
                // ";server.example.org.	IN	A" repeats the question
                String name = new Words(text.substring(1)).next();
                question = name == null ? question : withoutDot(name);
            }
        }

        private void answer(Line line, Answer answer) {
            if (answer.type().equals("CNAME") && (alias == null || question == null)) {
                alias = question == null ? answer.owner() : question;
            }
            IpAddress address = answer.address();
            if (address != null) {
                sink.fact(new NameMapping(answer.owner(), address, SOURCE), line);
                if (alias != null && !alias.equals(answer.owner())) {
                    sink.fact(new NameMapping(alias, address, SOURCE), line);
                }
            }
        }

        @Override
        public void end() {
            if (failed != null) {
                sink.fact(new ConnectAttempt(TOOL, question, null, null, Outcome.NAME_UNRESOLVED), failed);
            }
        }
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof NameMapping mapping) {
                boolean four = mapping.address().family() == astray.facts.Family.INET;
                out.append(mapping.name()).append(".\t0\tIN\t").append(four ? "A\t" : "AAAA\t");
                out.append(mapping.address().toString()).append('\n');
            } else if (fact instanceof ConnectAttempt attempt && attempt.tool().equals(TOOL)) {
                out.append(";; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 0\n\n");
                if (attempt.target() != null) {
                    out.append(";; QUESTION SECTION:\n;")
                            .append(attempt.target())
                            .append(".\t\tIN\tA\n");
                }
            }
        }
    }
}
