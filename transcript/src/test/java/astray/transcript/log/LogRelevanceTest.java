package astray.transcript.log;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LogRelevanceTest {

    static Iterable<RelevantRow> rows() {
        return RelevantRow.load();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void sampleOfEveryRowMatters(RelevantRow row) {
        String writer = row.writers().isEmpty() ? "anyone" : row.writers().getFirst();
        assertTrue(row.matches(row.sample(), 0, row.sample().length()), row::toString);
        assertTrue(LogRelevance.matters(writer, row.sample()), row::toString);
        assertTrue(row.fragments().isEmpty() || LogRelevance.matters(null, row.sample()), row::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        kernel            | perf: interrupt took too long (2510 > 2500), lowering kernel.perf_event_max_sample_rate
        kernel            | usb 1-4: new high-speed USB device number 5 using xhci_hcd
        kernel            | EXT4-fs (sda2): re-mounted. Opts: errors=remount-ro
        kernel            | audit: type=1400 audit(1700461524.123:55): apparmor="STATUS" operation="profile_load"
        systemd           | Started Session 4711 of user lnsoft.
        systemd           | run-docker-runtime\\x2drunc-moby-4f.mount: Deactivated successfully.
        sshd              | Accepted publickey for lnsoft from 192.168.73.2 port 62014 ssh2
        sudo              | pam_unix(sudo:session): session opened for user root(uid=0) by lnsoft(uid=1000)
        sudo              | lnsoft : TTY=pts/2 ; PWD=/home/lnsoft ; USER=root ; COMMAND=/usr/bin/apt update
        CRON              | (root) CMD (command -v debian-sa1 > /dev/null && debian-sa1 1 1)
        java              | entered the state of grace
        """)
    void everydayEntryDoesNotMatter(String writer, String message) {
        assertFalse(LogRelevance.matters(writer, message));
    }

    @Test
    void whateverMentionsContainerBridgeMatters() {
        assertTrue(LogRelevance.matters("java", "lost br-b1a37228308c"));
        assertFalse(LogRelevance.matters("java", "lost br-lan and br-b1a37228308"));
    }

    @Test
    void unitNameCountsAsItsService() {
        assertTrue(LogRelevance.matters("systemd-networkd.service", "br0: Link UP"));
    }
}
