package astray.instruments.lsof;

import astray.instruments.names.Users;
import astray.kernel.process.RawFiles;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The names of users, each asked for once. */
final class People {
    private static final int NUMBER_WIDTH = 8;

    private final RawFiles files;
    private final boolean numbers;
    private final Text text;
    private final Consumer<String> warn;
    private final Map<Integer, String> known = new HashMap<>();
    private @Nullable Users users;

    /**
     * Asks nobody yet.
     *
     * @param numbers whether numbers are to stand for themselves ({@code -l})
     * @param warn is told of each user without a name
     */
    People(RawFiles files, boolean numbers, Text text, Consumer<String> warn) {
        this.warn = warn;
        this.files = files;
        this.numbers = numbers;
        this.text = text;
    }

    /** The name, or the number of one without a name. */
    String name(int uid) {
        String name = known.get(uid);
        if (name == null) {
            name = numbers ? null : ask(uid);
            if (name == null && !numbers) {
                warn.accept("no pwd entry for UID " + Integer.toUnsignedString(uid));
            }
            name = name == null ? Integer.toUnsignedString(uid) : text.name(name);
            known.put(uid, name);
        }
        return name;
    }

    /** The name; {@code null} for one without, or when numbers were asked for. */
    @Nullable
    String nameOnly(int uid) {
        String name = name(uid);
        return numbers || name.equals(Integer.toUnsignedString(uid)) ? null : name;
    }

    /** How wide its cell is at least: a number has room for eight digits. */
    int width(int uid) {
        return Math.max(name(uid).length(), nameOnly(uid) == null ? NUMBER_WIDTH : 0);
    }

    private @Nullable String ask(int uid) {
        if (users == null) {
            users = Users.read(files);
        }
        return users.name(uid);
    }
}
