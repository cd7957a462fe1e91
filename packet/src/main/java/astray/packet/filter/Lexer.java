package astray.packet.filter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes an expression apart into words: each is the longest that fits, as in libpcap. So {@code len-14} is one name (and
 * refused), where {@code len - 14} is a difference.
 */
final class Lexer {
    /** Longer than any address that has letters and colons in it. */
    private static final int LONGEST_ADDRESS = 128;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String expression) {
        return new Lexer(expression).all();
    }

    private List<Token> all() {
        while (true) {
            while (at < text.length() && " \r\n\t".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            if (at >= text.length()) {
                tokens.add(new Token(Word.END, "", 0, text.length()));
                return tokens;
            }
            next();
        }
    }

    private void next() {
        char c = text.charAt(at);
        if (isLetterOrDigit(c)) {
            wordOrAddress();
        } else if (c == ':') {
            int address = addressLength();
            add(address > 0 ? Word.ADDRESS6 : Word.COLON, Math.max(1, address));
        } else if (c == '$') {
            int digits = at + 1;
            while (digits < text.length() && digits < at + 3 && isHex(text.charAt(digits))) {
                digits++;
            }
            if (digits == at + 1) {
                throw unknown();
            }
            add(Word.ARCNET_ADDRESS, digits - at);
        } else if (c == '\\') {
            int end = at + 1;
            while (end < text.length() && " !()\n\t".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            if (end == at + 1) {
                throw unknown();
            }
            tokens.add(new Token(Word.NAME, text.substring(at + 1, end), 0, at));
            at = end;
        } else {
            sign(c);
        }
    }

    private void sign(char c) {
        char second = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        Word two = switch ("" + c + second) {
            case ">=" -> Word.GREATER_OR_EQUAL;
            case "<=" -> Word.LESS_OR_EQUAL;
            case "!=" -> Word.NOT_EQUAL;
            case "==" -> Word.EQUAL;
            case "<<" -> Word.SHIFT_LEFT;
            case ">>" -> Word.SHIFT_RIGHT;
            case "&&" -> Word.AND;
            case "||" -> Word.OR;
            default -> null;
        };
        if (two != null) {
            add(two, 2);
            return;
        }
        Word one = one(c);
        if (one == null) {
            throw unknown();
        }
        add(one, 1);
    }

    private static @Nullable Word one(char c) {
        return switch (c) {
            case '+' -> Word.PLUS;
            case '-' -> Word.MINUS;
            case '*' -> Word.TIMES;
            case '/' -> Word.DIVIDED;
            case '%' -> Word.MODULO;
            case '[' -> Word.OPEN_BRACKET;
            case ']' -> Word.CLOSE_BRACKET;
            case '(' -> Word.OPEN;
            case ')' -> Word.CLOSE;
            case '&' -> Word.BITS_AND;
            case '|' -> Word.BITS_OR;
            case '^' -> Word.BITS_XOR;
            case '!' -> Word.NOT;
            case '>' -> Word.GREATER_THAN;
            case '<' -> Word.LESS_THAN;
            case '=' -> Word.EQUAL;
            default -> null;
        };
    }

    private FilterException unknown() {
        return FilterException.at("illegal character", text, at);
    }

    private void add(Word word, int length) {
        tokens.add(new Token(word, text.substring(at, at + length), 0, at));
        at += length;
    }

    /** What begins with a letter or a digit: the longest reading counts, and of equal ones the first of these. */
    private void wordOrAddress() {
        int name = nameLength();
        int number = Forms.numberLength(text, at);
        int dotted = Forms.dottedLength(text, at);
        int ethernet = Forms.ethernetLength(text, at);
        int six = addressLength();
        int bogus = Forms.bogusEthernetLength(text, at);
        int longest = Math.max(Math.max(Math.max(name, number), Math.max(dotted, ethernet)), Math.max(six, bogus));
        String word = text.substring(at, at + longest);
        Word keyword = name == longest ? Keywords.word(word) : null;
        Integer value = name == longest ? Keywords.value(word) : null;
        if (keyword != null) {
            add(keyword, longest);
        } else if (ethernet == longest) {
            add(Word.ETHERNET_ADDRESS, longest);
        } else if (number == longest) {
            tokens.add(new Token(Word.NUMBER, word, number(word), at));
            at += longest;
        } else if (dotted == longest) {
            add(Word.ADDRESS4, longest);
        } else if (six == longest) {
            add(Word.ADDRESS6, longest);
        } else if (bogus == longest) {
            throw FilterException.at("bogus ethernet address " + word, text, at);
        } else if (value != null) {
            tokens.add(new Token(Word.NUMBER, word, value, at));
            at += longest;
        } else {
            add(Word.NAME, longest);
        }
    }

    private int nameLength() {
        int end = at;
        int last = at;
        while (end < text.length() && (isLetterOrDigit(text.charAt(end)) || "-_.".indexOf(text.charAt(end)) >= 0)) {
            end++;
            char c = text.charAt(end - 1);
            if (c != '-' && c != '_') {
                last = end;
            }
        }
        return last - at;
    }

    private int addressLength() {
        int end = at;
        while (end < text.length() && end - at < LONGEST_ADDRESS && Forms.isOfAddress(text.charAt(end))) {
            end++;
        }
        return Forms.address6Length(text, at, end);
    }

    private int number(String word) {
        try {
            return Forms.number(word);
        } catch (NumberFormatException e) {
            throw FilterException.at(Forms.whyNoNumber(word), text, at);
        }
    }

    static boolean isLetterOrDigit(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    static boolean isHex(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }
}
