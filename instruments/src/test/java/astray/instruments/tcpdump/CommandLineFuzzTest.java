package astray.instruments.tcpdump;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** Any words are settings, a page, or one line of complaint. */
@Tag("fuzz")
class CommandLineFuzzTest {
    private static final String[] WORDS = {
        "-r",
        "-i",
        "-w",
        "-c",
        "-C",
        "-G",
        "-W",
        "-s",
        "-B",
        "-y",
        "-Q",
        "-T",
        "-V",
        "-F",
        "--skip",
        "--nano",
        "-tttttt",
        "-nnvvXe",
        "--time-stamp-precision",
        "--time-stamp-p=micro",
        "--no",
        "-d",
        "--",
        "0",
        "-1",
        "3k",
        "9g",
        "host"
    };

    @FuzzTest
    void anyWordsAreUnderstoodOrRefusedInOneLine(FuzzedDataProvider data) {
        List<String> words = new ArrayList<>();
        while (data.remainingBytes() > 0 && words.size() < 40) {
            words.add(data.consumeBoolean() ? data.pickValue(WORDS) : data.consumeString(12));
        }
        try {
            switch (CommandLine.read(words, data.consumeBoolean())) {
                case CommandLine.Page(String text) -> assertFalse(text.isEmpty());
                case CommandLine.Run(Settings settings) -> {
                    assertTrue(settings.count >= 0 && settings.skip >= 0 && settings.fileBytes >= 0);
                    assertTrue(settings.snapshotLength >= 0 && settings.snapshotLength <= Settings.LONGEST_PACKET);
                    assertTrue(settings.ringBytes >= 0);
                }
            }
        } catch (Failure e) {
            assertFalse(e.line().isEmpty());
        }
    }
}
