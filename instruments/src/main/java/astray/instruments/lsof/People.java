package astray.instruments.lsof;

import astray.instruments.names.Users;
import astray.kernel.process.RawFiles;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of users, each asked for once. */
final class People {
    private final RawFiles files;
    private final boolean numbers;
    private final Text text;
    private final Map<Integer, String> known = new HashMap<>();
    private @Nullable Users users;

    /**
     * Asks nobody yet.
     *
     * @param numbers whether numbers are to stand for themselves ({@code -l})
     */
    People(RawFiles files, boolean numbers, Text text) {
        this.files = files;
        this.numbers = numbers;
        this.text = text;
    }

    /** The name, or the number of one without a name. */
    String name(int uid) {
        String name = known.get(uid);
        if (name == null) {
            name = numbers ? null : ask(uid);
            name = name == null ? Integer.toUnsignedString(uid) : text.name(name);
            known.put(uid, name);
        }
        return name;
    }

    /** The name; {@code null} for one without, or when numbers were asked for. */
    @Nullable String nameOnly(int uid) {
        String name = name(uid);
        return numbers || name.equals(Integer.toUnsignedString(uid)) ? null : name;
    }

    private @Nullable String ask(int uid) {
        if (users == null) {
            users = Users.read(files);
        }
        return users.name(uid);
    }
}
