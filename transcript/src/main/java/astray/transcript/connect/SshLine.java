package astray.transcript.connect;

import astray.facts.ConnectAttempt.Outcome;
import astray.facts.IpAddress;
import astray.transcript.connect.SshReader.HostPort;
import org.jspecify.annotations.Nullable;

/**
 * A line of OpenSSH's client (ssh.c, sshconnect.c, packet.c).
 *
 * @param kind what it does to the try it belongs to
 * @param host the target in the user's words where shown
 * @param address the address where shown
 * @param port the port where shown
 * @param outcome how the try ended, where it tells
 */
record SshLine(
        Kind kind,
        @Nullable String host,
        @Nullable IpAddress address,
        @Nullable Integer port,
        @Nullable Outcome outcome) {
    enum Kind {
        /** Nothing about the connection. */
        NOISE,
        /** A try begins. */
        STARTS,
        /** How the try went, and more may follow. */
        TELLS,
        /** The service answered in its own words. */
        SERVICE_SPOKE,
        /** The last word of a try. */
        ENDS
    }

    private static final SshLine NOTHING = new SshLine(Kind.NOISE, null, null, null, null);
    private static final SshLine SPOKE = new SshLine(Kind.SERVICE_SPOKE, null, null, null, null);

    private static final String[] NOISE = {
        "debug1: ",
        "debug2: ",
        "debug3: ",
        "OpenSSH_",
        "Pseudo-terminal will not be allocated",
        "Warning: Identity file ",
        "Load key ",
        "lost connection",
        "scp: Connection closed",
        "scp: Received message too long",
        "client_loop: send disconnect: ",
        "packet_write_wait: ",
        "rsync: connection unexpectedly closed",
        "fatal: Could not read from remote repository."
    };

    private static final String[] SPEAKS = {
        "Host key verification failed.",
        "Permission denied, please try again.",
        "Too many authentication failures",
        "Unable to negotiate with ",
        "Warning: Permanently added ",
        "Warning: the ECDSA host key for ",
        "Host key for ",
        "Offending ",
        "Add correct host key in ",
        "Add the correct host key in ",
        "Please contact your system administrator.",
        "It is also possible that a host key has just been changed.",
        "Someone could be eavesdropping on you right now",
        "IT IS POSSIBLE THAT SOMEONE IS DOING SOMETHING NASTY!",
        "The fingerprint for the ",
        "This key is not known by any other names",
        "This host key is known by the following other names",
        "Are you sure you want to continue connecting (yes/no",
        "Please type 'yes', 'no' or the fingerprint"
    };

    /** Reads a line; {@code null} for one that is not ssh's. */
    static @Nullable SshLine parse(String text) {
        if (text.isEmpty()) {
            return null;
        }
        return switch (text.charAt(0)) {
            case 'd' -> text.startsWith("debug") ? debug(text) : other(text);
            case 's' -> text.startsWith("ssh: ") ? failure(text) : exchange(text);
            case 'k', 'b' -> exchange(text);
            case 'C' -> connection(text);
            case 'T' -> authenticity(text);
            case '@' ->
                text.startsWith("@@@@@@@@") || text.startsWith("@    WARNING: ") || text.startsWith("@       WARNING: ")
                        ? SPOKE
                        : null;
            default -> other(text);
        };
    }

    private static @Nullable SshLine debug(String text) {
        String connecting = "debug1: Connecting to ";
        if (text.startsWith(connecting) && text.endsWith(".")) {
            String rest = text.substring(connecting.length(), text.length() - 1);
            int open = rest.indexOf(" [");
            int close = rest.indexOf("] ");
            IpAddress address = open > 0 && close > open ? Literals.address(rest.substring(open + 2, close)) : null;
            String host = open > 0 ? rest.substring(0, open) : null;
            HostPort where = address == null ? null : HostPort.parse(host + rest.substring(close + 1));
            return where == null ? NOTHING : new SshLine(Kind.STARTS, where.host(), address, where.port(), null);
        }
        String tried = "debug1: connect to address ";
        if (text.startsWith(tried)) {
            HostPort where = HostPort.parse(text.substring(tried.length()));
            Outcome outcome = where == null ? null : reason(where.rest());
            return where == null || outcome == null
                    ? NOTHING
                    : new SshLine(Kind.TELLS, null, Literals.address(where.host()), where.port(), outcome);
        }
        if (text.startsWith("debug1: Connection established.")) {
            return new SshLine(Kind.TELLS, null, null, null, Outcome.CONNECTED);
        }
        return other(text);
    }

    private static @Nullable Outcome reason(String rest) {
        return ErrnoWords.outcome(rest.startsWith(":") ? rest.substring(1) : rest);
    }

    private static @Nullable SshLine failure(String text) {
        String connect = "ssh: connect to host ";
        if (text.startsWith(connect)) {
            HostPort where = HostPort.parse(text.substring(connect.length()));
            Outcome outcome = where == null ? null : reason(where.rest());
            return where == null || outcome == null
                    ? null
                    : new SshLine(Kind.ENDS, where.host(), Literals.address(where.host()), where.port(), outcome);
        }
        String resolve = "ssh: Could not resolve hostname ";
        if (text.startsWith(resolve)) {
            String rest = text.substring(resolve.length());
            int colon = rest.indexOf(": ");
            String host = colon < 0 ? rest : rest.substring(0, colon);
            return new SshLine(Kind.ENDS, host, null, null, Outcome.NAME_UNRESOLVED);
        }
        return null;
    }

    /** The greeting that broke off: {@code kex_exchange_identification: …}, {@code ssh_exchange_identification: …}. */
    private static @Nullable SshLine exchange(String text) {
        int colon = text.indexOf(": ");
        String who = colon < 0 ? "" : text.substring(0, colon);
        if (!who.equals("kex_exchange_identification")
                && !who.equals("ssh_exchange_identification")
                && !who.equals("banner exchange")) {
            return other(text);
        }
        Outcome outcome = text.contains("reset") ? Outcome.RESET : Outcome.CLOSED;
        return new SshLine(Kind.TELLS, null, null, null, outcome);
    }

    private static @Nullable SshLine connection(String text) {
        if (text.equals("Connection timed out during banner exchange")) {
            return new SshLine(Kind.TELLS, null, null, null, Outcome.SILENT);
        }
        // the packet layer says so of a connection whose greeting was complete
        SshLine closed = ends(text, "Connection closed by ", Outcome.CONNECTED);
        SshLine reset = ends(text, "Connection reset by ", Outcome.RESET);
        if (closed != null || reset != null) {
            return closed != null ? closed : reset;
        }
        String to = "Connection to ";
        if (!text.startsWith(to)) {
            return null;
        }
        HostPort where = HostPort.parse(text.substring(to.length()));
        if (where != null) {
            return where.rest().equals("timed out") || where.rest().equals("timed out during banner exchange")
                    ? at(where, Outcome.SILENT)
                    : null;
        }
        int blank = text.indexOf(' ', to.length());
        String host = blank < 0 ? "" : text.substring(to.length(), blank);
        return switch (blank < 0 ? "" : text.substring(blank + 1)) {
            case "timed out during banner exchange" ->
                new SshLine(Kind.TELLS, null, Literals.address(host), null, Outcome.SILENT);
            case "closed.", "closed by remote host." ->
                new SshLine(Kind.SERVICE_SPOKE, host, Literals.address(host), null, null);
            default -> null;
        };
    }

    private static @Nullable SshLine ends(String text, String opening, Outcome outcome) {
        HostPort where = text.startsWith(opening) ? HostPort.parse(text.substring(opening.length())) : null;
        return where == null || !where.rest().isEmpty() ? null : at(where, outcome);
    }

    private static @Nullable SshLine at(HostPort where, Outcome outcome) {
        IpAddress address = Literals.address(where.host());
        return address == null && !where.host().equals("UNKNOWN")
                ? null
                : new SshLine(Kind.ENDS, null, address, where.port(), outcome);
    }

    /** {@code The authenticity of host 'server (10.2.0.5)' can't be established.}. */
    private static @Nullable SshLine authenticity(String text) {
        String opening = "The authenticity of host '";
        int close = text.indexOf("' can't be established");
        if (!text.startsWith(opening) || close < 0) {
            return text.startsWith("Timeout, server ") && text.endsWith(" not responding.")
                    ? new SshLine(Kind.ENDS, null, null, null, Outcome.SILENT)
                    : other(text);
        }
        String who = text.substring(opening.length(), close);
        int open = who.indexOf(" (");
        IpAddress address = open < 0 ? Literals.address(who) : Literals.inParentheses(who.substring(open + 1));
        return new SshLine(Kind.SERVICE_SPOKE, open < 0 ? who : who.substring(0, open), address, null, null);
    }

    private static @Nullable SshLine other(String text) {
        for (String opening : NOISE) {
            if (text.startsWith(opening)) {
                return NOTHING;
            }
        }
        for (String opening : SPEAKS) {
            if (text.startsWith(opening)) {
                return SPOKE;
            }
        }
        int denied = text.indexOf("Permission denied (");
        if (denied >= 0 && text.endsWith(").")) {
            int at = text.indexOf('@');
            String host = denied > 2 && at >= 0 && at < denied ? text.substring(at + 1, denied - 2) : null;
            return denied == 0 || Literals.host(host)
                    ? new SshLine(Kind.SERVICE_SPOKE, host, Literals.address(host), null, null)
                    : null;
        }
        if (text.endsWith("'s password:")) {
            String host = text.substring(text.indexOf('@') + 1, text.length() - "'s password:".length());
            return Literals.host(host)
                    ? new SshLine(Kind.SERVICE_SPOKE, host, Literals.address(host), null, null)
                    : null;
        }
        if (text.startsWith("Disconnected from ")) {
            return NOTHING;
        }
        // reason 11 is the client's own: such a line is the server's
        boolean disconnect = text.startsWith("Received disconnect from ") && !text.contains(":11: ");
        boolean fingerprint = text.contains(" key fingerprint is ") || text.startsWith("SHA256:");
        return disconnect || fingerprint ? SPOKE : null;
    }
}
