package astray.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a case expects, as its {@code expected.json} says it.
 *
 * @param what one sentence on what is wrong there
 * @param args arguments besides the folder
 * @param exit the exit status
 * @param verdict the verdict
 * @param causes the causes in order, each with all fields that count; those of the subject are named {@code subject.X}
 * @param says texts that the JSON answer contains, as they read when unescaped
 * @param neverSays texts that it does not contain
 */
record Expected(
        String what,
        List<String> args,
        int exit,
        String verdict,
        List<Map<String, String>> causes,
        List<String> says,
        List<String> neverSays) {
    private static final Set<String> FIELDS = Set.of("what", "args", "exit", "verdict", "causes", "says", "never_says");
    private static final Set<String> CAUSE_FIELDS = Set.of("id", "direction", "host", "subject");

    /** Reads it; a field that nobody knows is a mistake of the case. */
    static Expected read(Path file) throws IOException {
        Value all = known(Value.read(Files.readString(file)), FIELDS, file);
        List<Map<String, String>> causes = new ArrayList<>();
        for (Value cause : all.get("causes").list()) {
            causes.add(flat(known(cause, CAUSE_FIELDS, file)));
        }
        return new Expected(
                all.get("what").text(),
                all.get("args").texts(),
                (int) all.get("exit").number(),
                all.get("verdict").text(),
                causes,
                all.get("says").texts(),
                all.get("never_says").texts());
    }

    private static Value known(Value object, Set<String> names, Path file) {
        for (String name : object.members().keySet()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(file + ": nobody knows \"" + name + "\"");
            }
        }
        return object;
    }

    /** Of the answer's causes the fields that the expected ones name; all of a cause that was not expected. */
    List<Map<String, String>> sameFields(List<Value> answered) {
        List<Map<String, String>> shown = new ArrayList<>();
        for (int i = 0; i < answered.size(); i++) {
            Map<String, String> all = flat(answered.get(i));
            if (i < causes.size()) {
                all.keySet().retainAll(causes.get(i).keySet());
            }
            shown.add(all);
        }
        return shown;
    }

    private static Map<String, String> flat(Value cause) {
        Map<String, String> flat = new TreeMap<>();
        for (String field : CAUSE_FIELDS) {
            Value value = cause.get(field);
            value.members().forEach((name, member) -> flat.put(field + "." + name, member.text()));
            if (!value.text().isEmpty()) {
                flat.put(field, value.text());
            }
        }
        return flat;
    }
}
