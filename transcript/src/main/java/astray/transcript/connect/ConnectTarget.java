package astray.transcript.connect;

import astray.transcript.Command;
import astray.transcript.text.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * Where a client's command leads.
 *
 * @param host the host in the user's words
 * @param port the port, the client's default where the command gives none
 */
record ConnectTarget(@Nullable String host, @Nullable Integer port) {
    private static final ConnectTarget UNKNOWN = new ConnectTarget(null, null);
    private static final int SSH_PORT = 22;
    private static final int TELNET_PORT = 23;

    /** Reads the command of ssh, nc, telnet, curl and their like; nothing is known from any other. */
    static ConnectTarget of(@Nullable Command command) {
        if (command == null) {
            return UNKNOWN;
        }
        return switch (command.tool()) {
            case "ssh", "slogin", "autossh", "mosh" ->
                ssh(new Operands(command, "BbcDEeFIiJLlmOoPpQRSWw").at(0), Operands.option(command, 'p'));
            case "sftp", "ssh-copy-id" ->
                ssh(new Operands(command, "BbcDFiJloPRSsX").at(0), Operands.option(command, 'P'));
            case "scp", "rsync" -> copy(command);
            case "nc", "netcat", "ncat", "nc.openbsd", "nc.traditional" -> {
                Operands operands = new Operands(command, "IiMmOPpqsTVWwXxegG");
                int last = operands.count() - 1;
                yield last < 1
                        ? UNKNOWN
                        : new ConnectTarget(operands.at(last - 1), Numbers.parsePort(operands.at(last)));
            }
            case "telnet" -> {
                Operands operands = new Operands(command, "abeklnSX");
                String port = operands.at(1);
                yield new ConnectTarget(
                        operands.at(0), port == null ? Integer.valueOf(TELNET_PORT) : Numbers.parsePort(port));
            }
            case "curl" -> firstUrl(new Operands(command, "AbcCdDeEFhHKmoPQrtTuUwxXyYz"));
            case "wget" -> firstUrl(new Operands(command, "aeioOtTwQPUlADXIB"));
            default -> UNKNOWN;
        };
    }

    private static ConnectTarget ssh(@Nullable String operand, @Nullable String option) {
        if (operand == null) {
            return UNKNOWN;
        }
        if (operand.startsWith("ssh://") || operand.startsWith("sftp://")) {
            ConnectTarget target = url(operand);
            return target.port != null ? target : new ConnectTarget(target.host, SSH_PORT);
        }
        Integer port = option == null ? Integer.valueOf(SSH_PORT) : Numbers.parsePort(option);
        return new ConnectTarget(afterUser(operand), port);
    }

    /** {@code scp -P 22 file user@host:path}: the operand with a colon tells the host. */
    private static ConnectTarget copy(Command command) {
        Operands operands = new Operands(command, "cDFiJloPSXeBfTM");
        for (int i = 0; i < operands.count(); i++) {
            String operand = String.valueOf(operands.at(i));
            int colon = operand.indexOf(':');
            if (colon > 0 && operand.indexOf('/') < 0 || colon > 0 && colon < operand.indexOf('/')) {
                String option = command.tool().equals("scp") ? Operands.option(command, 'P') : null;
                return ssh(operand.substring(0, colon), option);
            }
        }
        return UNKNOWN;
    }

    private static String afterUser(String operand) {
        return operand.substring(operand.lastIndexOf('@') + 1);
    }

    private static ConnectTarget firstUrl(Operands operands) {
        for (int i = 0; i < operands.count(); i++) {
            String operand = String.valueOf(operands.at(i));
            if (operand.contains("://")) {
                return url(operand);
            }
        }
        // a long option's value stands before the target more often than after it
        for (int i = operands.count() - 1; i >= 0; i--) {
            String operand = String.valueOf(operands.at(i));
            ConnectTarget target = url("http://" + operand);
            if (Numbers.parseLong(operand) == null && Literals.host(target.host)) {
                return target;
            }
        }
        return UNKNOWN;
    }

    /** The host and port of a URL; brackets around an IPv6 address are left out. */
    static ConnectTarget url(String url) {
        int scheme = url.indexOf("://");
        String rest = unquoted(scheme < 0 ? url : url.substring(scheme + 3));
        int end = 0;
        while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String authority = afterUser(rest.substring(0, end));
        int close = authority.indexOf(']');
        int colon = authority.indexOf(':', Math.max(close, 0));
        String host = colon < 0 ? authority : authority.substring(0, colon);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        Integer port = colon < 0
                ? scheme < 0 ? null : defaultPort(url.substring(0, scheme))
                : Numbers.parsePort(authority.substring(colon + 1));
        return new ConnectTarget(host.isEmpty() ? null : host, port);
    }

    private static String unquoted(String text) {
        return text.replace("'", "").replace("\"", "");
    }

    private static @Nullable Integer defaultPort(String scheme) {
        return switch (scheme) {
            case "http", "ws" -> 80;
            case "https", "wss" -> 443;
            case "ftp" -> 21;
            default -> null;
        };
    }
}
