package astray.instruments.tcpdump;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.kernel.Lookup;
import astray.kernel.Resolver;
import astray.packet.filter.Filter;
import astray.packet.filter.FilterException;
import astray.packet.filter.Names;
import astray.packet.filter.Program;
import astray.packet.filter.Settings;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The filter of a command line: its words, or a file with them, compiled with this machine's names. */
final class Filters {
    private static final int LARGEST = 16 << 20;
    private static final long RESOLVER_MILLIS = 15_000;

    private final String expression;
    private final Names names = new Names(Filters::addresses, Filters::table);

    private Filters(String expression) {
        this.expression = expression;
    }

    /** The filter that a command line tells; {@code null} where it tells none. */
    static @Nullable Filters of(astray.instruments.tcpdump.Settings settings) throws Failure {
        String file = settings.expressionFile;
        if (file != null) {
            return new Filters(withoutComments(read(file)));
        }
        List<String> words = settings.expression;
        return words.isEmpty() ? null : new Filters(String.join(" ", words));
    }

    private static String read(String file) throws Failure {
        try (FileInputStream in = new FileInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Failure(file + " is too large");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Failure("can't open " + Files.trouble(file, e));
        }
    }

    /** A comment goes from {@code #} to the line's end. */
    private static String withoutComments(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        boolean comment = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            comment = c != '\n' && (comment || c == '#');
            plain.append(comment ? ' ' : c);
        }
        return plain.toString();
    }

    private static String table(String name) {
        try (FileInputStream in = new FileInputStream("/etc/" + name)) {
            return new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return ""; // a machine without the table
        }
    }

    private static byte[][] addresses(String name) {
        Lookup<List<IpAddress>> answer = new Resolver(RESOLVER_MILLIS).addresses(name);
        List<IpAddress> addresses = answer.orNull();
        if (addresses == null) {
            return new byte[0][];
        }
        byte[][] bytes = new byte[addresses.size()][];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes(addresses.get(i));
        }
        return bytes;
    }

    private static byte[] bytes(IpAddress address) {
        if (address.family() == Family.INET) {
            return ByteBuffer.allocate(4).putInt((int) address.low()).array();
        }
        return ByteBuffer.allocate(16)
                .putLong(address.high())
                .putLong(address.low())
                .array();
    }

    /** The program for a kind of link. */
    Program compile(Settings settings) throws Failure {
        try {
            return Filter.compile(expression, settings.names(names));
        } catch (FilterException e) {
            throw new Failure(String.valueOf(e.getMessage()));
        }
    }
}
