package astray.instruments.ip;

import astray.kernel.ErrnoException;
import astray.kernel.Namespace;
import astray.kernel.netlink.Message;
import astray.kernel.netlink.NetlinkSocket;
import astray.kernel.netlink.Request;
import astray.kernel.route.NamespaceId;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ip netns}: ip-netns(8). */
final class NamespaceObject implements IpObject {
    private static final String NAME = "netns";
    private static final Path PROCESSES = Path.of("/proc");

    @Override
    public int run(Session session, Words words) throws IOException {
        String command = words.hasNext() ? words.next() : "list";
        if (Words.matches(command, "list") || Words.matches(command, "show") || Words.matches(command, "lst")) {
            list(session);
            return 0;
        }
        if (Words.matches(command, "list-id")) {
            listIds(session, words);
            return 0;
        }
        if (Words.matches(command, "help")) {
            throw Usage.of(
                    "ip netns list",
                    "ip netns list-id [ target-nsid POSITIVE-INT ] [ nsid POSITIVE-INT ]",
                    "ip netns identify [ PID ]",
                    "ip netns pids NAME");
        }
        for (String change : new String[] {"add", "set", "delete"}) {
            if (Words.matches(command, change)) {
                throw Failure.change(NAME, change);
            }
        }
        if (Words.matches(command, "identify")) {
            identify(session, words.hasNext() ? words.next() : "self");
            return 0;
        }
        if (Words.matches(command, "pids")) {
            if (!words.hasNext()) {
                throw new Failure(Failure.FAILED, "No netns name specified");
            }
            processes(session, words.next());
            return 0;
        }
        for (String other : new String[] {"exec", "attach"}) {
            if (Words.matches(command, other)) {
                throw Failure.change(NAME, other);
            }
        }
        if (Words.matches(command, "monitor")) {
            throw Failure.unsupported("netns monitor");
        }
        throw Failure.unknownCommand(NAME, command);
    }

    private static void list(Session session) throws IOException {
        if (!Files.isDirectory(Namespace.NAMED)) {
            return;
        }
        Printer printer = session.printer();
        printer.open();
        for (String name : Namespace.names()) {
            printer.openObject();
            printer.string("name", "", name, "");
            int id = idOf(session.socket(), name);
            if (id >= 0) {
                printer.number("id", " (id: ", id, ")");
            }
            printer.end();
            printer.closeObject();
        }
        printer.close();
    }

    private static int idOf(NetlinkSocket socket, String name) {
        try {
            return NamespaceId.of(socket, Namespace.named(name).file());
        } catch (ErrnoException unreadable) {
            return NamespaceId.NONE;
        }
    }

    private static void listIds(Session session, Words words) throws IOException {
        int target = NamespaceId.NONE;
        int id = NamespaceId.NONE;
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "target-nsid" -> target = number(target, words.next(), "target-nsid");
                case "nsid" -> id = number(id, words.next(), "nsid");
                default -> throw new Failure(Failure.WRONG_USAGE, "What is \"" + word + "\"? Try \"ip netns help\".");
            }
        }
        Printer printer = session.printer();
        printer.open();
        if (id >= 0) {
            print(session, new NamespaceId(session.ask(NamespaceId.byId(id))));
        } else {
            Request request = target >= 0 ? NamespaceId.list(target) : NamespaceId.list();
            for (Message message : session.dump(request)) {
                print(session, new NamespaceId(message));
            }
        }
        printer.close();
    }

    private static int number(int before, String word, String key) throws Failure {
        if (before >= 0) {
            throw Failure.duplicate(key, word);
        }
        return (int) Words.number(word, Integer.MAX_VALUE, "Invalid \"" + key + "\" value\n");
    }

    /** Prints the number of a message. */
    static void print(Session session, Message message) throws IOException {
        print(session, new NamespaceId(message));
    }

    private static void print(Session session, NamespaceId row) throws IOException {
        Printer printer = session.printer();
        printer.openObject();
        if (row.isDeleted()) {
            printer.flag("deleted", "Deleted ");
        }
        printer.number("nsid", "nsid ", row.id());
        if (row.hasCurrentId()) {
            int current = row.currentId();
            if (current < 0) {
                printer.string("current-nsid", "current-nsid ", "unassigned", " ");
            } else {
                printer.number("current-nsid", "current-nsid ", current);
            }
        }
        int known = row.hasCurrentId() ? row.currentId() : row.id();
        String name = session.namespaces().name(known < 0 ? row.id() : known);
        if (name != null) {
            printer.string("name", "(iproute2 netns name: ", name, ")");
        }
        printer.end();
        printer.closeObject();
    }

    /** The name of the namespace that a process is in: an empty line for none. */
    private static void identify(Session session, String process) throws IOException {
        if (!process.equals("self") && Words.number(process, 10) < 0) {
            throw new Failure(Failure.FAILED, "Specified string '" + process + "' is not a pid");
        }
        List<Object> wanted = identity(PROCESSES
                .resolve(process.equals("self") ? "thread-self" : process)
                .resolve("ns/net"));
        if (wanted == null) {
            throw new Failure(Failure.FAILED, "Cannot open network namespace: No such file or directory");
        }
        String found = "";
        for (String name : Namespace.names()) {
            if (wanted.equals(identity(Namespace.named(name).file()))) {
                found = name;
            }
        }
        session.printer().outside(found).end();
    }

    private static void processes(Session session, String name) throws IOException {
        List<Object> wanted = identity(Namespace.named(name).file());
        if (wanted == null) {
            throw new Failure(Failure.FAILED, "Cannot open network namespace: No such file or directory");
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(PROCESSES)) {
            for (Path folder : folders) {
                String process = String.valueOf(folder.getFileName());
                if (Words.number(process, 10) >= 0 && wanted.equals(identity(folder.resolve("ns/net")))) {
                    session.printer().text(process).end();
                }
            }
        }
    }

    /** Device and inode of a file; {@code null} when it cannot be looked at. */
    private static @Nullable List<Object> identity(Path file) {
        try {
            return List.of(Files.getAttribute(file, "unix:dev"), Files.getAttribute(file, "unix:ino"));
        } catch (IOException unreadable) {
            return null;
        }
    }
}
