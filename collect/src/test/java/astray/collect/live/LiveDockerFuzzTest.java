package astray.collect.live;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Objects;

class LiveDockerFuzzTest {

    @FuzzTest(maxDuration = "30s")
    void anyAnswerOfADaemonIsTakenApartWithoutAnException(FuzzedDataProvider data) {
        Objects.requireNonNull(LiveDocker.read(
                UnixHttp.Response.parse(data.consumeRemainingAsBytes()).body()));
    }
}
