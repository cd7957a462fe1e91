package astray.collect;

import astray.codec.DamagedException;
import astray.codec.RefusedException;
import astray.collect.capture.Captures;
import astray.collect.journal.JournalFiles;
import astray.facts.IpAddress;
import astray.journal.JournalException;
import astray.packet.file.CaptureException;
import astray.packet.file.CaptureFile;
import astray.transcript.Limits;
import astray.transcript.Loss;
import astray.transcript.Reading;
import astray.transcript.Transcript;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads evidence that was collected elsewhere, texts, captures, journals: files, folders of files, standard input. */
public final class CaseFiles {
    private final Transcript transcript;
    private final Captures captures;
    private final JournalFiles journals = new JournalFiles();
    private final InputStream standardInput;

    private CaseFiles(Limits limits, InputStream standardInput, Set<IpAddress> asked) {
        captures = new Captures(asked);
        transcript = new Transcript(limits);
        this.standardInput = standardInput;
    }

    /**
     * Reads all of it.
     *
     * @param paths files, folders, or {@code -} for standard input, in the order in which they are to be read
     * @param asked addresses that are asked about: of a capture that is too large, their packets are kept first
     * @throws CaseException when something that was asked for cannot be read
     */
    public static Reading read(List<String> paths, InputStream standardInput, Limits limits, Set<IpAddress> asked)
            throws CaseException {
        CaseFiles files = new CaseFiles(limits, standardInput, asked);
        for (String path : paths) {
            files.add(path);
        }
        try {
            files.journals.tell(files.transcript);
        } catch (JournalException e) {
            throw new CaseException(e.path(), e.reason().text());
        } catch (IOException e) {
            throw new CaseException("journal", reason(e));
        }
        return files.captures.with(files.transcript.reading());
    }

    private void add(String path) throws CaseException {
        try {
            if (path.equals("-")) {
                readAs("-", null, standardInput, null);
                return;
            }
            Path file = Path.of(path);
            if (Files.isDirectory(file)) {
                folder(path, file);
            } else if (Files.exists(file)) {
                file(path, null, file);
            } else {
                throw new CaseException(path, "no such file or folder");
            }
        } catch (InvalidPathException e) {
            throw new CaseException(path, "not a path");
        }
    }

    private void folder(String given, Path folder) throws CaseException {
        Folder content = Folder.list(given, folder);
        for (Path file : content.files()) {
            String below = folder.relativize(file).toString();
            file(folder.resolve(below).toString(), below, file);
        }
        content.skipped()
                .forEach((why, count) -> transcript.lost(new Loss(Loss.Kind.SKIPPED_FILES, why, count, given)));
    }

    private void file(String name, @Nullable String below, Path file) throws CaseException {
        try (InputStream in = Files.newInputStream(file)) {
            if (JournalFiles.isJournal(file)) {
                journals.add(name, below, file);
            } else {
                readAs(name, below, in, file);
            }
        } catch (IOException e) {
            throw new CaseException(name, reason(e));
        }
    }

    private void readAs(String name, @Nullable String below, InputStream in, @Nullable Path file) throws CaseException {
        try {
            InputStream plain = TextStream.unzipped(in);
            if (CaptureFile.isCapture(TextStream.magic(plain))) {
                capture(name, below, plain, file);
                return;
            }
            if (JournalFiles.isJournal(TextStream.start(plain, Long.BYTES))) {
                unmapped(name, below);
                return;
            }
            InputStream text = TextStream.text(plain);
            if (below == null) {
                transcript.add(name, text);
            } else {
                transcript.addFile(name, below, text);
            }
        } catch (EOFException | ZipException | DamagedException e) {
            // what came before the break is read
            transcript.lost(new Loss(Loss.Kind.BROKEN_OFF, "compressed file", 1, name));
        } catch (RefusedException e) {
            if (below == null) {
                throw new CaseException(name, reason(e));
            }
            transcript.lost(new Loss(Loss.Kind.SKIPPED_FILES, reason(e), 1, name));
        } catch (CaptureException e) {
            String trouble = "offset " + e.offset() + ": " + oneLine(e.trouble());
            if (below == null) {
                throw new CaseException(name, trouble);
            }
            transcript.lost(new Loss(Loss.Kind.CAPTURE_BROKEN_OFF, trouble, 1, name));
        } catch (IOException e) {
            throw new CaseException(name, reason(e));
        } catch (UncheckedIOException e) {
            throw new CaseException(name, reason(e));
        }
    }

    /** A journal is gone through by its indexes, to and fro, which a pipe and a compressed file do not allow. */
    private void unmapped(String name, @Nullable String below) throws CaseException {
        if (below == null) {
            throw new CaseException(name, "a journal must be a plain file: unpack it, or give its path");
        }
        transcript.lost(new Loss(Loss.Kind.JOURNAL_DAMAGED, "compressed: unpack it first", 1, name));
    }

    private void capture(String name, @Nullable String below, InputStream plain, @Nullable Path file)
            throws IOException {
        // a regular file is mapped, even where it is compressed
        try (CaptureFile capture = file != null && Files.isRegularFile(file)
                ? CaptureFile.open(file, CaptureFile.Mixture.ALLOWED)
                : CaptureFile.read(plain, name, CaptureFile.Mixture.ALLOWED)) {
            captures.add(name, below, capture);
        }
    }

    /** The reason of a failure that a stream or a directory's iterator wrapped. */
    static String reason(RuntimeException wrapped) {
        return wrapped.getCause() instanceof IOException cause
                ? reason(cause)
                : oneLine(String.valueOf(wrapped.getMessage()));
    }

    /** The reason in words, without the path that such messages repeat. */
    static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "no such file or folder";
            case AccessDeniedException _ -> "permission denied";
            case FileSystemException f when f.getReason() != null -> oneLine(f.getReason());
            default -> e.getMessage() == null ? "cannot be read" : oneLine(e.getMessage());
        };
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
