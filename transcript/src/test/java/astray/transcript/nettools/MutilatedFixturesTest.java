package astray.transcript.nettools;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Texts;
import astray.transcript.iproute.IpRouteFormats;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Real outputs of ip and net-tools that broke off, lost a character or had lines swapped: read without an exception. */
class MutilatedFixturesTest {
    private static final int LINES = 60;
    private static final int COLUMNS = 160;
    private static final int MANY = 200_000;

    private static List<Format> formats() {
        List<Format> all = new ArrayList<>(IpRouteFormats.all());
        all.addAll(NetToolsFormats.all());
        return all;
    }

    static Stream<String> fixtures() throws IOException, URISyntaxException {
        List<String> names = new ArrayList<>();
        for (String topic : List.of("iproute", "nettools")) {
            URL folder = MutilatedFixturesTest.class.getResource("/fixtures/" + topic);
            if (folder == null) {
                throw new IOException("no fixtures of " + topic);
            }
            URI uri = folder.toURI();
            try (Stream<Path> files = Files.list(Path.of(uri))) {
                files.map(file -> topic + "/" + file.getFileName()).sorted().forEach(names::add);
            }
        }
        return names.stream();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void brokenLinesAreReadWithoutAnException(String fixture) {
        List<Line> lines = Texts.lines(Texts.fixture(fixture));
        Command command = new Command("ip route get 10.0.0.1", List.of("ip", "route", "get", "10.0.0.1"), false);
        for (int i = 0; i < Math.min(LINES, lines.size()); i++) {
            String text = lines.get(i).text();
            for (int cut = 0; cut < Math.min(COLUMNS, text.length()); cut += 3) {
                List<Line> broken = new ArrayList<>(lines.subList(Math.max(0, i - 2), Math.min(lines.size(), i + 2)));
                Line shortened = new Line(i + 1, text.substring(0, cut));
                Line gapped = new Line(i + 2, text.substring(0, cut) + text.substring(cut + 1));
                broken.add(shortened);
                broken.add(gapped);
                readAll(broken, null);
                readAll(List.of(gapped, shortened), command);
            }
        }
    }

    private static void readAll(List<Line> lines, @Nullable Command command) {
        for (Format format : formats()) {
            if (!lines.getFirst().isBlank()) {
                format.recognise(lines, command);
            }
            Reader reader = format.reader((fact, line, text) -> {}, command);
            for (Line line : lines) {
                reader.accept(line);
            }
            reader.end();
        }
    }

    /** Each would grow what a reader holds if it held more than one fact's lines. */
    @ParameterizedTest
    @MethodSource("endless")
    void endlessListingsAreReadInLinearTime(String head, String repeated) {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (Format format : formats()) {
                Reader reader = format.reader((fact, line, text) -> {}, null);
                boolean more = reader.accept(new Line(1, head));
                for (int i = 2; more && i < MANY; i++) {
                    more = reader.accept(new Line(i, repeated));
                }
                reader.end();
            }
        });
    }

    static Stream<Arguments> endless() {
        return Stream.of(
                Arguments.of("2: eth0: <UP> mtu 1500 qdisc mq state UP", "    link/ether 52:54:00:00:20:02 brd ff:ff"),
                Arguments.of("default proto static", "\tnexthop via 10.0.0.1 dev a"),
                Arguments.of("default dev a", "default dev b"),
                Arguments.of("eth0: flags=4163<UP>  mtu 1500", "        ether 52:54:00:00:20:02  txqueuelen 1000"),
                Arguments.of("eth0      Link encap:Ethernet", "          UP BROADCAST  MTU:1500  Metric:1"));
    }

    @Test
    void aLongLineIsReadInLinearTime() {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (String part : List.of("\\", " dev a", ",", "[", "via 10.0.0.1 ", "inet ", "0:", "<")) {
                String text = "2: eth0: <UP> mtu 1500 " + part.repeat(MANY);
                readAll(List.of(new Line(1, text), new Line(2, part.repeat(MANY))), null);
                readAll(List.of(new Line(1, "default via 10.0.0.1 dev a " + part.repeat(MANY))), null);
            }
        });
    }
}
