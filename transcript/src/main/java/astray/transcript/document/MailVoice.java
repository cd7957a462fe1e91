package astray.transcript.document;

import java.util.List;

/** The line with which a mail says whose words follow: {@code On Tue, 14 May 2024 at 09:12, Ines wrote:}. */
final class MailVoice {
    private static final int LONGEST = 200;
    private static final List<String> ENDS =
            List.of(" wrote:", " writes:", " a écrit :", " a écrit:", "写道：", "写道:", "-----Original Message-----");

    private MailVoice() {}

    static boolean begins(String line) {
        String text = line.strip();
        return text.length() <= LONGEST && (ENDS.stream().anyMatch(text::endsWith) || isGerman(text));
    }

    private static boolean isGerman(String text) {
        return text.startsWith("Am ") && text.endsWith(":") && text.contains(" schrieb ");
    }
}
