package astray.instruments.lsof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts of proc(5) as a kernel printed them. */
class RecordedTextsTest {

    @Test
    void eachMappedFileIsThereOnceAndWhatIsNoFileIsNot() {
        List<Mapping> mappings = Mapping.all(Latin.bytes("""
                55d0c2a00000-55d0c2a01000 r--p 00000000 fe:00 260811                     /usr/bin/python3.11
                55d0c2a01000-55d0c2a02000 r-xp 00001000 fe:00 260811                     /usr/bin/python3.11
                7f0000000000-7f0000001000 rw-s 00000000 00:01 26                         /dev/zero (deleted)
                7f0000001000-7f0000003000 rw-s 00000000 00:2f 71                         /run/a b.so
                7ffcee09e000-7ffcee0bf000 rw-p 00000000 00:00 0                          [stack]
                7ffcee0c0000-7ffcee0c1000 rw-p 00000000 00:00 0\s
                """));
        assertEquals(
                List.of(
                        new Mapping(0xfe, 0, 260811, "/usr/bin/python3.11", false),
                        new Mapping(0, 1, 26, "/dev/zero", true),
                        new Mapping(0, 0x2f, 71, "/run/a b.so", false)),
                mappings);
    }

    @Test
    void firstLockOfAProcessOnAFileCountsAndAWholeOneIsACapital() {
        Locks locks = new Locks("""
                1: POSIX  ADVISORY  WRITE 688 00:2f:59 0 99
                2: FLOCK  ADVISORY  READ  688 00:2f:60 0 EOF
                3: POSIX  ADVISORY  WRITE 688 00:2f:61 0 EOF
                3: -> POSIX  ADVISORY  WRITE 689 00:2f:61 0 EOF
                4: POSIX  ADVISORY  READ 688 00:2f:59 200 300
                5: OFDLCK ADVISORY  READ -1 00:2f:62 0 EOF
                """);
        long device = Files.number(0, 0x2f);
        assertEquals('w', locks.of(688, device, 59));
        assertEquals('R', locks.of(688, device, 60));
        assertEquals('W', locks.of(688, device, 61));
        assertEquals(' ', locks.of(689, device, 61));
        assertEquals(' ', locks.of(688, device, 62));
    }

    @Test
    void fdInfoTellsOffsetFlagsAndWhatIsWatched() {
        FdInfo info = new FdInfo("pos:\t4096\nflags:\t02100002\nmnt_id:\t16\ntfd:       26 events:       19 data: 1a"
                + "  pos:0 ino:3 sdev:e\ntfd:        5 events: 1\n");
        assertEquals(4096, info.position());
        assertEquals(0x88002, info.flags());
        assertEquals("5,26", info.watched());
        assertNull(info.value("eventfd-id"));
        assertEquals(OpenFile.UNKNOWN, new FdInfo("pos:\tx\n").position());
        assertEquals("3", new FdInfo("eventfd-id: 3\n").value("eventfd-id"));
    }

    @Test
    void manyWatchedDescriptorsAreCutShort() {
        String watched = new FdInfo("tfd: 7 events: 1\n".repeat(40)).watched();
        assertEquals("7" + ",7".repeat(31) + "...", watched);
    }

    @Test
    void flagsHaveTheNamesOfTheOriginal() {
        assertEquals("RW,LG,CX", OpenFlags.names(0x88002));
        assertEquals("W,AP,LG,CX", OpenFlags.names(0x88401));
        assertEquals("DTY,LG,CX", OpenFlags.names(0x98000));
        assertEquals("CX,PATH", OpenFlags.names(0x280000));
        assertEquals("", OpenFlags.names(0));
    }

    @Test
    void kernelsEscapesOfMountsAreTakenAway() {
        assertEquals("/mnt/a b\\c", Mounts.plain("/mnt/a\\040b\\134c"));
        assertEquals("/mnt/a\\04", Mounts.plain("/mnt/a\\04"));
    }
}
