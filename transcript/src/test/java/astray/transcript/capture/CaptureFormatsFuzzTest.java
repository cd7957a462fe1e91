package astray.transcript.capture;

import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Texts;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

class CaptureFormatsFuzzTest {

    @FuzzTest(maxDuration = "30s")
    void anyTextIsReadWithoutAnException(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        List<Line> lines = Texts.lines(text);
        for (Format format : CaptureFormats.all()) {
            if (!lines.isEmpty()) {
                format.recognise(lines.subList(0, Math.min(lines.size(), 40)), null);
            }
            Texts.print(format, Texts.readAny(format, text, null, false));
        }
    }
}
