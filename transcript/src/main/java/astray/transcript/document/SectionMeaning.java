package astray.transcript.document;

import astray.transcript.hosts.Label;
import astray.transcript.hosts.WordsTrail;
import astray.transcript.text.Words;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a section mark's words say.
 *
 * @param host the host that follows; {@code null} when it says none
 * @param command the command whose output follows; {@code null} when it says none
 */
record SectionMeaning(@Nullable String host, @Nullable CommandLine command) {

    /** Single words that are topics, not hosts. */
    private static final Set<String> TOPICS = Words.set("""
            routes routing addresses interfaces links network firewall sockets ports rules output logs log
            kernel system general summary info information begin end start stop done test neighbours neighbors
            dns names services docker containers config configuration results result notes header footer
            overview details status stats memory cpu disk
            """);

    /**
     * What it says, or {@code null} when it is no mark where it stands.
     *
     * @param inOutput whether it stands in a command's output, where rows of signs may belong to the output
     */
    static @Nullable SectionMeaning of(Mark.Section section, int line, boolean inOutput) {
        String text = section.text();
        if (section.closed() && CommandShape.tool(text) && !notACommand(text) || CommandShape.sure(text)) {
            return new SectionMeaning(null, CommandLine.parse(text));
        }
        if (!text.isEmpty()
                && Prompts.parse(text, 0) instanceof Mark.Prompt prompt
                && !prompt.command().isEmpty()) {
            return new SectionMeaning(prompt.host(), CommandLine.parse(prompt.command()));
        }
        int colon = text.indexOf(':');
        if (colon > 0 && isHost(text.substring(0, colon).strip()) && CommandShape.sure(text.substring(colon + 1))) {
            return new SectionMeaning(text.substring(0, colon).strip(), CommandLine.parse(text.substring(colon + 1)));
        }
        if (!section.closed()) {
            return null;
        }
        if (isHost(text)) {
            return new SectionMeaning(text, null);
        }
        Label label = WordsTrail.ofMark(text, line);
        if (label != null && !label.description()) {
            return new SectionMeaning(label.host(), null);
        }
        return inOutput || section.border() == '*' || text.length() > 60 ? null : new SectionMeaning(null, null);
    }

    private static boolean notACommand(String text) {
        return text.chars().anyMatch(c -> Chars.ideograph((char) c));
    }

    /** One word of a host's name, or an address. */
    private static boolean isHost(String text) {
        if (text.length() < 2
                || text.length() > 64
                || TOPICS.contains(text.toLowerCase(Locale.ROOT))
                || Tools.known(text)) {
            return false;
        }
        boolean letter = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Chars.ofName(c) && c != ':') {
                return false;
            }
            letter |= Character.isLetter(c) || c == '.' || c == ':';
        }
        return letter && Character.isLetterOrDigit(text.charAt(text.length() - 1));
    }
}
