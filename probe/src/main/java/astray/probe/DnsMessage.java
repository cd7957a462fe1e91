package astray.probe;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.kernel.inet.Bytes;
import astray.probe.DnsReport.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A DNS message (RFC 1035 section 4): a header of six numbers, the question, the answers. Answers are hostile: every
 * length is checked, pointers in names lead backwards only, and what is kept is bounded.
 */
final class DnsMessage {
    static final int HEADER = 12;

    private static final int FLAGS = 2;
    private static final int QUESTIONS = 4;
    private static final int ANSWERS = 6;
    private static final int RESPONSE = 0x8000;
    private static final int TRUNCATED = 0x0200;
    private static final int RECURSION_DESIRED = 0x0100;
    private static final int OPCODE = 0x7800;
    private static final int CODE = 15;
    private static final int NAME_ERROR = 3;

    private static final int TYPE_CNAME = 5;
    private static final int CLASS_IN = 1;
    private static final int RECORD_HEAD = 10;
    private static final int POINTER = 0xc0;
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_NAME = 255;
    private static final int MOST_ADDRESSES = 256;
    private static final int MOST_ALIASES = 32;

    /**
     * What an answer says.
     *
     * @param truncated whether it had to be cut, so that TCP should be asked
     */
    record Answer(
            Outcome outcome,
            int code,
            List<IpAddress> addresses,
            @Nullable String canonical,
            boolean truncated) {}

    private DnsMessage() {}

    /** A question; {@code null} for a name that cannot be asked for. */
    static byte @Nullable [] question(int id, String name, DnsType type) {
        byte[] encoded = encode(name);
        if (encoded == null) {
            return null;
        }
        byte[] message = new byte[HEADER + encoded.length + 4];
        EchoMessage.put(message, 0, id);
        EchoMessage.put(message, FLAGS, RECURSION_DESIRED);
        EchoMessage.put(message, QUESTIONS, 1);
        System.arraycopy(encoded, 0, message, HEADER, encoded.length);
        EchoMessage.put(message, HEADER + encoded.length, type.number());
        EchoMessage.put(message, HEADER + encoded.length + 2, CLASS_IN);
        return message;
    }

    /** The name's labels, each behind its length. */
    private static byte @Nullable [] encode(String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        int length = text.length > 0 && text[text.length - 1] == '.' ? text.length - 1 : text.length;
        if (length == 0 || length + 2 > LONGEST_NAME) {
            return null;
        }
        byte[] encoded = new byte[length + 2];
        int start = 0;
        for (int i = 0; i <= length; i++) {
            if (i < length && text[i] != '.') {
                continue;
            }
            int label = i - start;
            if (label == 0 || label > LONGEST_LABEL) {
                return null;
            }
            encoded[start] = (byte) label;
            System.arraycopy(text, start, encoded, start + 1, label);
            start = i + 1;
        }
        return encoded;
    }

    /**
     * Reads an answer.
     *
     * @return {@code null} when it is not an answer to this question, but a forged or late one
     */
    static @Nullable Answer read(Bytes message, int id, String name, DnsType type) {
        int flags = message.u16(FLAGS);
        if (message.size() < HEADER || message.u16(0) != id || (flags & RESPONSE) == 0 || (flags & OPCODE) != 0) {
            return null;
        }
        int code = flags & CODE;
        boolean truncated = (flags & TRUNCATED) != 0;
        int at = HEADER;
        if (message.u16(QUESTIONS) == 1) {
            Name asked = new Name();
            at = asked.read(message, at);
            if (at < 0) {
                return new Answer(Outcome.MALFORMED, code, List.of(), null, false);
            }
            if (!asked.text.toString().equals(plain(name)) || message.u16(at) != type.number()) {
                return null;
            }
            at += 4;
        } else if (code == 0 || code == NAME_ERROR) {
            // servers that fail may leave the question out; others may not
            return new Answer(Outcome.MALFORMED, code, List.of(), null, false);
        }
        if (code != 0) {
            Outcome outcome = code == NAME_ERROR ? Outcome.NO_SUCH_NAME : Outcome.SERVER_FAILED;
            return new Answer(outcome, code, List.of(), null, truncated);
        }
        return answers(message, at, plain(name), type, truncated);
    }

    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static Answer answers(Bytes message, int start, String asked, DnsType type, boolean truncated) {
        int at = start;
        String name = asked;
        int aliases = 0;
        List<IpAddress> addresses = new ArrayList<>();
        int count = message.u16(ANSWERS);
        for (int i = 0; i < count; i++) {
            Name owner = new Name();
            at = owner.read(message, at);
            if (at < 0 || at + RECORD_HEAD > message.size()) {
                return cut(addresses, truncated);
            }
            int recordType = message.u16(at);
            int length = message.u16(at + 8);
            boolean ours =
                    message.u16(at + 2) == CLASS_IN && owner.text.toString().equals(name);
            at += RECORD_HEAD;
            if (length > message.size() - at) {
                return cut(addresses, truncated);
            }
            if (ours && recordType == TYPE_CNAME && aliases < MOST_ALIASES) {
                Name alias = new Name();
                if (alias.read(message, at) < 0) {
                    return cut(addresses, truncated);
                }
                name = alias.text.toString();
                aliases++;
            } else if (ours
                    && recordType == type.number()
                    && length == type.family().bits() / 8
                    && addresses.size() < MOST_ADDRESSES) {
                addresses.add(
                        type == DnsType.A
                                ? IpAddress.v4(message.u16(at) << 16 | message.u16(at + 2))
                                : new IpAddress(Family.INET6, message.u64(at), message.u64(at + 8)));
            }
            at += length;
        }
        return new Answer(
                addresses.isEmpty() ? Outcome.NO_ADDRESS : Outcome.ADDRESSES,
                0,
                addresses,
                name.equals(asked) ? null : name,
                truncated);
    }

    /** An answer that ends too soon: fine where it says so itself. */
    private static Answer cut(List<IpAddress> addresses, boolean truncated) {
        return new Answer(truncated ? Outcome.NO_ADDRESS : Outcome.MALFORMED, 0, addresses, null, truncated);
    }

    /** A name out of a message, in lower case and with dots. Bytes that are no text stand as they are, in Latin-1. */
    private static final class Name {
        final StringBuilder text = new StringBuilder();

        /** Where the message goes on behind the name; -1 when it is broken. */
        int read(Bytes message, int start) {
            int at = start;
            int behind = -1;
            int lowest = start;
            while (at < message.size()) {
                int length = message.octet(at);
                if (length == 0) {
                    return behind < 0 ? at + 1 : behind;
                }
                if ((length & POINTER) == POINTER) {
                    int to = message.u16(at) & 0x3fff;
                    if (at + 2 > message.size() || to >= lowest) {
                        return -1;
                    }
                    behind = behind < 0 ? at + 2 : behind;
                    lowest = to;
                    at = to;
                    continue;
                }
                if (length > LONGEST_LABEL
                        || length >= message.size() - at
                        || text.length() + length + 1 > LONGEST_NAME) {
                    return -1;
                }
                if (!text.isEmpty()) {
                    text.append('.');
                }
                for (int i = 1; i <= length; i++) {
                    int octet = message.octet(at + i);
                    text.append((char) (octet >= 'A' && octet <= 'Z' ? octet + 32 : octet));
                }
                at += length + 1;
            }
            return -1;
        }
    }
}
