package astray.instruments.lsof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.instruments.names.Services;
import org.junit.jupiter.api.Test;

class ChoicesTest {
    private static final Services NONE = Services.of("");

    private static Inet tcp(Family family, String local, int localPort, String remote, int remotePort) {
        return new Inet(family, "TCP", IpAddress.of(local), localPort, IpAddress.of(remote), remotePort, 1, 0, 0);
    }

    private static boolean wants(String word, Inet inet) throws Usage {
        InternetChoice choice = new InternetChoice();
        choice.add(word, NONE);
        return choice.wants(inet);
    }

    @Test
    void addressAndPortMustBeOfTheSameEnd() throws Usage {
        Inet session = tcp(Family.INET, "10.0.0.1", 22, "10.0.0.2", 50000);
        assertTrue(wants("@10.0.0.1:22", session));
        assertTrue(wants("tcp@10.0.0.2:49999-50001", session));
        assertFalse(wants("@10.0.0.2:22", session));
        assertFalse(wants("UDP:22", session));
        assertTrue(wants("4TCP:1,22", session));
        assertFalse(wants("6:22", session));
    }

    @Test
    void familyIsTheSocketsAloneAndTheAddressesWithMore() throws Usage {
        Inet mapped = tcp(Family.INET6, "::ffff:10.0.0.1", 22, "::ffff:10.0.0.2", 50000);
        assertTrue(wants("6", mapped));
        assertFalse(wants("4", mapped));
        assertTrue(wants("4:22", mapped));
        assertFalse(wants("6:22", mapped));
        assertTrue(wants("@10.0.0.2", mapped));
    }

    @Test
    void bothFamiliesAfterEachOtherAreAll() throws Usage {
        InternetChoice choice = new InternetChoice();
        choice.add("4", NONE);
        choice.add("6", NONE);
        assertTrue(choice.wants(tcp(Family.INET, "10.0.0.1", 1, "0.0.0.0", 0)));
        assertTrue(choice.allFound);
    }

    @Test
    void wordRemembersThatSomethingOfItWasFound() throws Usage {
        InternetChoice choice = new InternetChoice();
        choice.add(":22,9999", NONE);
        choice.add(":9998", NONE);
        assertTrue(choice.wants(tcp(Family.INET, "10.0.0.1", 22, "0.0.0.0", 0)));
        assertTrue(choice.words.get(0).found);
        assertFalse(choice.words.get(1).found);
    }

    @Test
    void exclusionOfAProcessFindsNothing() throws Usage {
        ProcessChoice choice = new ProcessChoice();
        ProcessChoice.add(choice.pids, "7,^8", "process ID", "PID");
        ProcessChoice.add(choice.users, "^0", "UID", "UID");
        assertEquals(Select.PROCESS, choice.selects(7, 7, 1, "a"));
        assertEquals(-1, choice.selects(8, 8, 1, "a"));
        assertEquals(-1, choice.selects(7, 7, 0, "a"));
        assertEquals(0, choice.selects(9, 9, 1, "a"));
    }

    @Test
    void commandIsChosenByItsStartOrAPattern() throws Usage {
        ProcessChoice choice = new ProcessChoice();
        choice.addCommand("web");
        choice.addCommand("/^fet.*r$/");
        choice.addCommand("^webx");
        assertEquals(Select.COMMAND, choice.selects(1, 1, 0, "webd"));
        assertEquals(Select.COMMAND, choice.selects(1, 1, 0, "fetcher"));
        assertEquals(-1, choice.selects(1, 1, 0, "webxyz"));
        assertEquals(0, choice.selects(1, 1, 0, "other"));
    }

    @Test
    void expressionsMeanWhatRegexSevenSays() throws Usage {
        assertTrue(RegularExpression.compile("/a\\+/b").matcher("caat").find());
        assertFalse(RegularExpression.compile("/a+/b").matcher("caat").find());
        assertTrue(RegularExpression.compile("/^[[:upper:]]/").matcher("Xorg").find());
        assertTrue(RegularExpression.compile("/[]x]\\.\\(/").matcher("].(").find());
        assertTrue(RegularExpression.compile("/WEB/i").matcher("webd").find());
        assertThrows(Usage.class, () -> RegularExpression.compile("/(/"));
        assertThrows(Usage.class, () -> RegularExpression.compile("/x/q"));
    }

    @Test
    void statesAreIncludedAndExcluded() throws Usage {
        StateChoice choice = new StateChoice();
        choice.add("tcp:^established");
        assertTrue(choice.excludes(1));
        assertFalse(choice.excludes(10));
        StateChoice only = new StateChoice();
        only.add("TCP:LISTEN");
        assertTrue(only.excludes(1));
        assertFalse(only.excludes(10));
    }
}
