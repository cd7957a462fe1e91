package astray.instruments.dmesg;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where records come from. */
interface Source extends AutoCloseable {
    /**
     * The next record, the same object each time.
     *
     * @return {@code null} behind the last one
     */
    @Nullable
    LogRecord next() throws IOException;

    @Override
    void close() throws IOException;
}
