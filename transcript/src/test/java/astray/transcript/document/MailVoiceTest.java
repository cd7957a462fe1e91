package astray.transcript.document;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailVoiceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Tue, 14 May 2024 at 09:12, Ines wrote:",
                "Am 14.05.24 um 09:12 schrieb Ines <ines@example.org>:",
                "Le 14 mai 2024 à 09:12, Ines a écrit :",
                "2024年5月14日 09:12，Ines 写道：",
                "-----Original Message-----"
            })
    void knowsTheLineThatSaysWhoseWordsFollow(String line) {
        assertTrue(MailVoice.begins(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"On db-2:", "sshd wrote: nothing", "12 bytes wrote", ""})
    void takesNoOtherLineForIt(String line) {
        assertFalse(MailVoice.begins(line));
    }
}
