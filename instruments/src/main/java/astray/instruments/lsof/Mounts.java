package astray.instruments.lsof;

import astray.kernel.ErrnoException;
import astray.kernel.process.FileStatus;
import astray.kernel.process.RawFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The mounted file systems ({@code /proc/mounts}, fstab(5)). */
final class Mounts {
    private static final byte[] FILE = RawFiles.bytes("/proc/mounts");
    private static final int LARGEST = 16 << 20;

    /**
     * A mounted file system.
     *
     * @param source the device, or the server's path
     * @param folder where it is mounted
     * @param type such as {@code ext4}
     * @param status of the folder; {@code null} when it could not be asked
     */
    record Mount(
            String source,
            String folder,
            String type,
            @Nullable FileStatus status) {
        boolean isNetwork() {
            return type.equals("nfs") || type.equals("nfs3") || type.equals("nfs4");
        }

        /** The device's number; -1 when it is not known. */
        long device() {
            return status == null ? -1 : status.device();
        }
    }

    private final RawFiles files;
    private final Options options;
    private final Consumer<String> warn;
    private final List<String> silent = new ArrayList<>();
    private @Nullable List<Mount> mounts;

    /** Reads nothing yet; warns of what cannot be asked when it does. */
    Mounts(RawFiles files, Options options, Consumer<String> warn) {
        this.files = files;
        this.options = options;
        this.warn = warn;
    }

    /** All, in the kernel's order. */
    List<Mount> all() {
        List<Mount> read = mounts;
        if (read == null) {
            read = new ArrayList<>();
            read(read);
            mounts = read;
        }
        return read;
    }

    private void read(List<Mount> read) {
        String text;
        try {
            text = Latin.of(files.read(FILE, LARGEST));
        } catch (ErrnoException e) {
            warn.accept("WARNING: can't read /proc/mounts: " + e.errno().text());
            return;
        }
        for (String line : text.split("\n", -1)) {
            String[] words = line.split(" ", -1);
            if (words.length > 2) {
                String folder = plain(words[1]);
                read.add(new Mount(plain(words[0]), folder, words[2], status(folder, words[2])));
            }
        }
    }

    private @Nullable FileStatus status(String folder, String type) {
        for (Options.Exemption exemption : options.exemptions) {
            if (Latin.of(exemption.path()).equals(folder)) {
                return null;
            }
        }
        String shown = new Text(true).name(Latin.bytes(folder));
        if (options.avoidBlocks) {
            warn.accept("avoiding readlink(" + shown + "): -b was specified.");
            warn.accept("avoiding stat(" + shown + "): -b was specified.");
        } else {
            try {
                FileStatus status = isSlow(type) && !options.noLimits
                        ? new Patience(options.limitSeconds).status(Latin.bytes(folder))
                        : files.status(Latin.bytes(folder), true);
                return status;
            } catch (ErrnoException e) {
                if (isSlow(type)) {
                    silent.add(folder);
                }
            }
        }
        warn.accept("WARNING: can't stat() " + type + " file system " + shown
                + "\n      Output information may be incomplete.");
        return null;
    }

    /** Whether a file system's answers come from elsewhere, so that they may not come at all. */
    private static boolean isSlow(String type) {
        return type.startsWith("nfs")
                || type.startsWith("fuse.")
                || type.equals("cifs")
                || type.equals("smb3")
                || type.equals("9p")
                || type.equals("ceph")
                || type.equals("afs");
    }

    /** Whether a path lies on a file system that did not answer in time: asking it again would wait again. */
    boolean isSilent(String path) {
        all();
        for (String folder : silent) {
            if (path.startsWith(folder) && (path.length() == folder.length() || path.charAt(folder.length()) == '/')) {
                return true;
            }
        }
        return false;
    }

    /** Takes away the kernel's escapes: {@code \040} for a blank. */
    static String plain(String escaped) {
        if (escaped.indexOf('\\') < 0) {
            return escaped;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c == '\\' && i + 3 < escaped.length()) {
                int code = 0;
                int digits = 0;
                for (; digits < 3; digits++) {
                    int digit = escaped.charAt(i + 1 + digits) - '0';
                    if (digit < 0 || digit > 7) {
                        break;
                    }
                    code = code * 8 + digit;
                }
                if (digits == 3) {
                    plain.append((char) code);
                    i += 3;
                    continue;
                }
            }
            plain.append(c);
        }
        return plain.toString();
    }

    /** The one that is mounted at a folder; of several the last, which hides the others. */
    @Nullable
    Mount at(String folder) {
        Mount found = null;
        for (Mount mount : all()) {
            if (mount.folder.equals(folder)) {
                found = mount;
            }
        }
        return found;
    }

    /** One of a device; {@code null} when nothing of it is mounted. */
    @Nullable
    Mount of(long device) {
        for (Mount mount : all()) {
            if (mount.device() == device) {
                return mount;
            }
        }
        return null;
    }

    /** The network file system of a device; {@code null} when it is of another kind. */
    @Nullable
    Mount network(long device) {
        for (Mount mount : all()) {
            if (mount.isNetwork() && mount.device() == device) {
                return mount;
            }
        }
        return null;
    }
}
