package astray.instruments.journalctl;

import astray.testkit.Journals;
import java.nio.charset.StandardCharsets;

/** Entries of every odd kind, in three boots. */
final class Sample {
    private static final long START = 1_699_900_000_000_000L;
    private static final long SECOND = 1_000_000;
    private static final int PER_BOOT = 60;

    private static final String[] ODD = {
        "plain",
        "",
        "two\nlines",
        "\n",
        "trailing\n",
        "one\n\nthree, four\n and five\n six",
        "tab\tstop",
        "\u001b[31mred\u001b[0m and \u001b]8;;http://example\u0007link\u001b]8;;\u0007",
        "\u001b[K not a colour",
        "\u001b",
        "carriage\r",
        "carriage\r\r\nreturn",
        "mid\rline",
        "nul\0inside",
        "delete\u007f",
        "c1 \u0085 control",
        "网桥 br-b1a37228308c 截获了发往 192.168.73.2 的回复 😀",
        "\ufffe no character",
        "quote \" and back\\slash",
        "x".repeat(299),
        "x".repeat(300),
        "y".repeat(5000),
        "wide 字符".repeat(40),
        "{\"json\": [1, 2]}",
        "UPPER and lower Case"
    };

    private Sample() {}

    static Journals entries(String host, long shift) {
        Journals journals = new Journals();
        for (int boot = 0; boot < 3; boot++) {
            for (int i = 0; i < PER_BOOT; i++) {
                long monotonic = 5 * SECOND + 1_250_013L * i;
                entry(journals, host, boot, START + shift + 7200L * boot * SECOND + monotonic, monotonic, i);
            }
        }
        return journals;
    }

    private static void entry(Journals journals, String host, int boot, long realtime, long monotonic, int i) {
        journals.entry(boot + host.hashCode() % 100, realtime, monotonic);
        journals.field("_MACHINE_ID", "0123456789abcdef0123456789abcdef");
        if (i % 11 != 7) {
            journals.field("_HOSTNAME", host);
        }
        String odd = ODD[i % ODD.length];
        switch (i % 5) {
            case 0 ->
                journals.field("_TRANSPORT", "kernel")
                        .field("SYSLOG_IDENTIFIER", "kernel")
                        .field("_SOURCE_MONOTONIC_TIMESTAMP", Long.toString(monotonic - 17))
                        .field("SYSLOG_FACILITY", "0");
            case 1 ->
                journals.field("_TRANSPORT", "stdout")
                        .field("SYSLOG_IDENTIFIER", "dockerd")
                        .field("_PID", "284" + i)
                        .field("_COMM", "dockerd")
                        .field("_SYSTEMD_UNIT", "docker.service")
                        .field("_SYSTEMD_SLICE", "system.slice");
            case 2 ->
                journals.field("_TRANSPORT", "syslog")
                        .field("SYSLOG_PID", "77")
                        .field("_COMM", "sshd")
                        .field("_UID", "0")
                        .field("SYSLOG_FACILITY", "10")
                        .field("_SYSTEMD_UNIT", "ssh.service")
                        .field("_SOURCE_REALTIME_TIMESTAMP", Long.toString(realtime - 1234));
            case 3 ->
                journals.field("_TRANSPORT", "journal")
                        .field("SYSLOG_IDENTIFIER", "systemd")
                        .field("_PID", "1")
                        .field("UNIT", "ssh.service")
                        .field("X_TAG", "alpha")
                        .field("X_TAG", "beta")
                        .field("X_BIN", new byte[] {0, 1, (byte) 0xff})
                        .field("X_EMPTY", "");
            default ->
                journals.field("_TRANSPORT", "audit")
                        .field("_SYSTEMD_UNIT", "user@1000.service")
                        .field("_SYSTEMD_USER_UNIT", "jupyter.service")
                        .field("_UID", "1000");
        }
        if (i % 13 != 5) {
            journals.field("PRIORITY", Integer.toString(i % 8));
        }
        if (i % 17 == 3) {
            journals.field("MESSAGE", "latin1 \u00e9".getBytes(StandardCharsets.ISO_8859_1));
        } else if (i % 19 != 4) {
            journals.field("MESSAGE", i % 3 == 0 ? "br-b1a37228308c: port " + i % 4 + " entered blocking state" : odd);
        }
    }
}
