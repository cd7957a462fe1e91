package astray.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Makes journal files with systemd's own systemd-journal-remote(8), out of entries in the Journal Export Format. The same
 * entries give files with the same content, whatever the variant.
 */
public final class Journals {
    /** The program that writes. */
    public static final String WRITER = "systemd-journal-remote";

    private static final int SECONDS = 60;

    private final ByteArrayOutputStream export = new ByteArrayOutputStream();

    /** No entries yet. */
    public Journals() {}

    /** The formats a journal file may have, as the variables that systemd's writers take. */
    public enum Variant {
        /** Zstandard, keyed hashes: what systemd 252 writes. */
        PLAIN("0", "1", "zstd"),
        /** Compact offsets, as later ones do. */
        COMPACT("1", "1", "zstd"),
        /** Jenkins' hashes, LZ4: as earlier ones did. */
        OLD("0", "0", "lz4"),
        /** XZ. */
        XZ("0", "1", "xz"),
        /** Compact, Jenkins' hashes, nothing packed. */
        BARE("1", "0", "0");

        private final String compact;
        private final String keyed;
        private final String compress;

        Variant(String compact, String keyed, String compress) {
            this.compact = compact;
            this.keyed = keyed;
            this.compress = compress;
        }

        /** The variables. */
        Map<String, String> environment() {
            return Map.of(
                    "SYSTEMD_JOURNAL_COMPACT", compact,
                    "SYSTEMD_JOURNAL_KEYED_HASH", keyed,
                    "SYSTEMD_JOURNAL_COMPRESS", compress);
        }
    }

    /**
     * Begins an entry.
     *
     * @param boot a number that makes its boot's id
     * @param realtime microseconds since 1970
     * @param monotonic microseconds since the boot
     */
    public Journals entry(int boot, long realtime, long monotonic) {
        if (export.size() > 0) {
            export.write('\n');
        }
        return text("__REALTIME_TIMESTAMP=" + realtime + "\n__MONOTONIC_TIMESTAMP=" + monotonic + "\n_BOOT_ID="
                + bootId(boot) + "\n");
    }

    /** The id that a boot's number makes. */
    public static String bootId(int boot) {
        return String.format("%016x%016x", 0xb007L, 0x1000L + boot);
    }

    /** A field of the entry. */
    public Journals field(String name, String value) {
        return field(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** A field with any bytes. */
    public Journals field(String name, byte[] value) {
        text(name + "\n");
        for (int shift = 0; shift < 64; shift += 8) {
            export.write((int) ((long) value.length >>> shift & 0xff));
        }
        export.writeBytes(value);
        export.write('\n');
        return this;
    }

    private Journals text(String text) {
        export.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Adds the entries to a file, which is made if it is not there. */
    public Path write(Path file, Variant variant) {
        ProcessBuilder builder = new ProcessBuilder(List.of("/usr/lib/systemd/" + WRITER, "-o", file.toString(), "-"))
                .redirectErrorStream(true);
        builder.environment().putAll(variant.environment());
        Path log = file.resolveSibling(file.getFileName() + ".log");
        builder.redirectOutput(log.toFile());
        try {
            Process process = builder.start();
            try (var in = process.getOutputStream()) {
                export.writeTo(in);
                in.write('\n');
            }
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new AssertionError(WRITER + ": " + Files.readString(log));
            }
            Files.delete(log);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
