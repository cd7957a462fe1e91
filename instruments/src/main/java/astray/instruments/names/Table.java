package astray.instruments.names;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a table of {@code /etc} says, read when first asked. */
final class Table<T> {
    private static final int LARGEST = 16 << 20;

    private final Function<Columns, T> reader;
    private @Nullable String file;
    private @Nullable String text;
    private @Nullable T read;

    private Table(@Nullable String file, @Nullable String text, Function<Columns, T> reader) {
        this.file = file;
        this.text = text;
        this.reader = reader;
    }

    /** A file's; one that cannot be read says nothing. */
    static <T> Table<T> ofFile(String file, Function<Columns, T> reader) {
        return new Table<>(file, null, reader);
    }

    /** A text's. */
    static <T> Table<T> of(String text, Function<Columns, T> reader) {
        return new Table<>(null, text, reader);
    }

    T get() {
        T known = read;
        if (known == null) {
            known = reader.apply(new Columns(text == null ? contents(file) : text));
            read = known;
            text = null;
            file = null;
        }
        return known;
    }

    private static String contents(@Nullable String file) {
        if (file == null) {
            return "";
        }
        try (FileInputStream stream = new FileInputStream(file)) {
            return new String(stream.readNBytes(LARGEST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
