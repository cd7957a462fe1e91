package astray.collect.journal;

import astray.journal.Journal;
import astray.journal.JournalException;
import astray.journal.Sources;
import astray.transcript.Loss;
import astray.transcript.Transcript;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The journal files of a case. Those of one folder are one journal, as they are for journalctl: archived files, the one
 * in use, those of users.
 */
public final class JournalFiles {
    /** {@code HEADER_SIGNATURE} of systemd's journal-def.h. */
    private static final byte[] SIGNATURE = "LPKSHHRH".getBytes(StandardCharsets.US_ASCII);

    /** One file: as it was named, below the folder that was given ({@code null} for a file that was), and where it is. */
    private record Named(String document, @Nullable String below, Path file) {}

    private final Map<Path, List<Named>> folders = new LinkedHashMap<>();

    /** None yet. */
    public JournalFiles() {}

    /** Whether a file says that it is a journal. */
    public static boolean isJournal(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return isJournal(in.readNBytes(SIGNATURE.length));
        }
    }

    /** Whether something begins as a journal does. */
    public static boolean isJournal(byte[] start) {
        return start.length >= SIGNATURE.length
                && Arrays.equals(start, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    /**
     * Notes a file.
     *
     * @param document its name
     * @param below its path below the folder that was given, which may name the host; {@code null} for none
     */
    public void add(String document, @Nullable String below, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        folders.computeIfAbsent(folder == null ? file : folder, f -> new ArrayList<>())
                .add(new Named(document, below, file));
    }

    /**
     * Reads them into a transcript, in journalctl's words. What is damaged is left out, and said.
     *
     * @throws JournalException when a file that was itself asked for cannot be read as a journal
     */
    public void tell(Transcript transcript) throws IOException {
        for (List<Named> files : folders.values()) {
            tell(files, transcript);
        }
    }

    private static void tell(List<Named> files, Transcript transcript) throws IOException {
        List<Named> readable = new ArrayList<>();
        for (Named named : files) {
            try (Journal probe = Journal.open(sources(List.of(named)))) {
                readable.add(named);
                lose(probe.problems(), transcript);
            } catch (JournalException e) {
                if (named.below() == null) {
                    throw e;
                }
                lose(List.of(e), transcript);
            }
        }
        if (readable.isEmpty()) {
            return;
        }
        Named first = readable.getFirst();
        boolean alone = readable.size() == 1;
        try (Journal journal = Journal.open(sources(readable));
                JournalText text = new JournalText(journal, ZoneId.systemDefault())) {
            String document = alone ? first.document() : folder(first.document());
            if (first.below() == null) {
                transcript.add(document, text);
            } else {
                transcript.addFile(document, alone ? first.below() : folder(first.below()), text);
            }
            lose(journal.problems(), transcript);
        }
    }

    private static Sources sources(List<Named> files) {
        Sources.Builder builder = new Sources.Builder();
        files.forEach(named -> builder.file(named.file().toString()));
        return builder.build();
    }

    /** The folder of a file, with the separator at its end. */
    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf(File.separatorChar) + 1);
    }

    private static void lose(List<JournalException> problems, Transcript transcript) {
        for (JournalException problem : problems) {
            transcript.lost(new Loss(Loss.Kind.JOURNAL_DAMAGED, problem.reason().text(), 1, problem.path()));
        }
    }
}
