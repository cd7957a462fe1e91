package astray.instruments.lsof;

import astray.kernel.ErrnoException;
import astray.kernel.socket.SocketDiag;
import astray.kernel.socket.UnixSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who holds the other ends of pipes, sockets, terminals and event counters ({@code -E}, {@code +E}). */
final class Endpoints {
    /** A file that somebody holds. */
    private record Holder(ProcessRow process, OpenFile file) {}

    private final List<ProcessRow> all;
    private final Options options;
    private final Text text;
    private final Map<Endpoint.Kind, Map<String, List<Holder>>> ends = new HashMap<>();
    private final Map<String, String> unixPeers = new HashMap<>();
    private final Set<OpenFile> alsoShown = new HashSet<>();

    /**
     * Looks at all files of all processes.
     *
     * @param all every process with every file, shown or not
     */
    Endpoints(List<ProcessRow> all, Options options, Text text) {
        this.all = all;
        this.options = options;
        this.text = text;
        readUnixPeers();
        for (ProcessRow row : all) {
            for (OpenFile file : row.files) {
                Endpoint endpoint = endpoint(file);
                file.endpoint = endpoint;
                if (endpoint != null) {
                    ends.computeIfAbsent(endpoint.kind(), k -> new HashMap<>())
                            .computeIfAbsent(endpoint.own(), k -> new ArrayList<>(2))
                            .add(new Holder(row, file));
                }
            }
        }
    }

    private void readUnixPeers() {
        try (SocketDiag diag = SocketDiag.open()) {
            diag.unix(this::unixPeer);
        } catch (ErrnoException e) {
            // a kernel that does not tell of peers has none to show
            unixPeers.clear();
        }
    }

    private void unixPeer(UnixSocket socket) {
        Long peer = socket.peerInode();
        if (peer != null && peer != 0) {
            unixPeers.put(Long.toString(socket.inode()), Long.toString(peer));
        }
        long[] pending = socket.pending();
        if (pending != null) {
            for (long inode : pending) {
                if (inode != 0) {
                    unixPeers.put(Long.toString(socket.inode()), Long.toString(inode));
                }
            }
        }
    }

    /** The end that a file is; of a socket both addresses say which. */
    private @Nullable Endpoint endpoint(OpenFile file) {
        Inet inet = file.inet;
        if (inet != null && inet.isConnected()) {
            String local = inet.protocol() + inet.local() + " " + inet.localPort();
            String remote = inet.protocol() + inet.remote() + " " + inet.remotePort();
            return new Endpoint(Endpoint.Kind.INET, local + "-" + remote, remote + "-" + local);
        }
        Endpoint given = file.endpoint;
        if (given != null && given.kind() == Endpoint.Kind.UNIX) {
            String peer = unixPeers.get(given.own());
            return peer == null ? null : new Endpoint(Endpoint.Kind.UNIX, given.own(), peer);
        }
        return given;
    }

    /** Writes the other ends behind the names of the files that are shown, and leaves only what is shown. */
    List<ProcessRow> describe() {
        for (ProcessRow row : all) {
            for (OpenFile file : row.files) {
                if (file.shown) {
                    describe(file);
                }
            }
        }
        List<ProcessRow> shown = new ArrayList<>();
        for (ProcessRow row : all) {
            row.files.removeIf(file -> !file.shown && !alsoShown.contains(file));
            if (!row.files.isEmpty()) {
                shown.add(row);
            }
        }
        // what is shown only as another's end has ends too
        for (ProcessRow row : shown) {
            for (OpenFile file : row.files) {
                if (!file.shown) {
                    file.shown = true;
                    describe(file);
                }
            }
        }
        return shown;
    }

    private void describe(OpenFile file) {
        Endpoint end = file.endpoint;
        if (end == null) {
            return;
        }
        StringBuilder note = new StringBuilder(file.note);
        switch (end.kind()) {
            case UNIX -> note.append(" ->INO=").append(end.peer());
            case MASTER -> note.append(" ->/dev/pts/").append(end.peer().substring("slave ".length()));
            case PIPE, INET, EVENTFD, SLAVE -> {
                // their names say what they are
            }
        }
        Endpoint.Kind kind = kindOfPeer(end.kind());
        List<Holder> holders = ends.getOrDefault(kind, Map.of()).getOrDefault(end.peer(), List.of());
        boolean lastFirst = kind == Endpoint.Kind.UNIX || kind == Endpoint.Kind.INET;
        for (Holder holder : lastFirst ? holders.reversed() : holders) {
            if (holder.file == file) {
                continue;
            }
            byte[] command = holder.process.command;
            byte[] start = Arrays.copyOf(command, Math.min(command.length, options.commandWidth));
            note.append(' ')
                    .append(holder.process.pid)
                    .append(',')
                    .append(text.name(start))
                    .append(',');
            note.append(holder.file.descriptor).append(holder.file.access);
            if (options.endpointFiles && !holder.file.shown) {
                alsoShown.add(holder.file);
            }
        }
        file.note = note.toString();
    }

    private static Endpoint.Kind kindOfPeer(Endpoint.Kind kind) {
        return switch (kind) {
            case MASTER -> Endpoint.Kind.SLAVE;
            case SLAVE -> Endpoint.Kind.MASTER;
            case PIPE, UNIX, INET, EVENTFD -> kind;
        };
    }
}
