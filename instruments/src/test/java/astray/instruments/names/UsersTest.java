package astray.instruments.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class UsersTest {
    private static final String PASSWD = """
            root:x:0:0:root:/root:/bin/bash
            # toor:x:0:0::/:
            toor:x:0:0::/:
            mira:x:4101:4101::/:/bin/sh
            big:x:4294967295:0::/:
            bigger:x:4294967296:0::/:
            odd:x:12x:0::/:
            short:x
            :x:7:7::/:
            """;

    @Test
    void firstLineOfANumberAndOfANameCounts() {
        Users users = Users.of(PASSWD, "passwd: files\n");
        assertEquals("root", users.name(0));
        assertEquals(0, users.uid("toor"));
        assertEquals(4101, users.uid("mira"));
        assertEquals("big", users.name(-1));
    }

    @Test
    void brokenLinesNameNobody() {
        Users users = Users.of(PASSWD, "passwd: files # and no more\n");
        assertNull(users.uid("bigger"));
        assertNull(users.uid("odd"));
        assertNull(users.uid("short"));
        assertNull(users.name(7));
        assertNull(users.uid("# toor"));
    }
}
