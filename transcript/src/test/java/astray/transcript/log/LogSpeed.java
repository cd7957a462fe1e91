package astray.transcript.log;

import astray.transcript.Line;
import astray.transcript.Reader;
import java.util.ArrayList;
import java.util.List;

/** Measures how many lines of a journal are read in a second; run by hand. */
final class LogSpeed {
    private static final int LINES = 400_000;
    private static final int ROUNDS = 12;

    private LogSpeed() {}

    public static void main(String[] args) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            String text = "Nov 20 14:25:" + (10 + i % 50) + " gpu1 "
                    + switch (i % 8) {
                        case 0 -> "CRON[" + i + "]: (root) CMD (command -v debian-sa1 > /dev/null && debian-sa1 1 1)";
                        case 1 -> "systemd[1]: Started Session " + i + " of user lnsoft.";
                        case 2 ->
                            "sshd[" + i
                                    + "]: Accepted publickey for lnsoft from 192.168.73.2 port 62014 ssh2: RSA"
                                    + " SHA256:x";
                        case 3 ->
                            "systemd[1]: run-docker-runtime\\x2drunc-moby-" + i + ".mount: Deactivated successfully.";
                        case 4 ->
                            "kernel: audit: type=1400 audit(1700461524.123:" + i
                                    + "): apparmor=\"STATUS\" operation=\"profile_load\"";
                        case 5 ->
                            "java[4711]: 2023-11-20 14:25:24.123  INFO 4711 --- [nio-8080-exec-1] c.l.s.web.Controller"
                                    + " : done "
                                    + i;
                        case 6 ->
                            "dbus-daemon[812]: [system] Successfully activated service 'org.freedesktop.hostname1'";
                        default ->
                            "kernel: perf: interrupt took too long (" + i
                                    + " > 2500), lowering kernel.perf_event_max_sample_rate";
                    };
            lines.add(new Line(i + 1, text));
        }
        for (int round = 0; round < ROUNDS; round++) {
            long[] facts = {0};
            Reader reader = SyslogFormat.shortForm().reader((fact, line, text) -> facts[0]++, null);
            long start = System.nanoTime();
            for (Line line : lines) {
                reader.accept(line);
            }
            reader.end();
            long nanos = System.nanoTime() - start;
            System.out.println(LINES * 1_000L / (nanos / 1_000_000) + " lines/s, " + facts[0] + " facts");
        }
    }
}
