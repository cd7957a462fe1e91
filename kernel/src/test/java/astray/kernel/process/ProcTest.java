package astray.kernel.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import astray.kernel.Layouts;
import astray.testkit.NeedsRtnetlink;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the processes of the machine that runs the test; needs no root. */
class ProcTest {
    private static final int SELF = (int) ProcessHandle.current().pid();

    @Test
    void ownProcessIsAmongThemAsOftenAsOneLooks() throws IOException {
        try (Proc proc = Proc.open()) {
            for (int look = 0; look < 2; look++) {
                assertTrue(java.util.Arrays.stream(proc.processes()).anyMatch(pid -> pid == SELF));
            }
        }
    }

    @Test
    void ownProcessHasItsNameParentAndUser() throws IOException {
        try (Proc proc = Proc.open();
                ProcessFolder self = proc.process(SELF)) {
            long parent = ProcessHandle.current().parent().orElseThrow().pid();
            assertEquals(parent, self.stat().parent());
            assertEquals("java", new String(self.stat().command(), StandardCharsets.UTF_8));
            assertEquals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"), self.uid());
            assertTrue(new String(self.commandLine(1 << 16), StandardCharsets.UTF_8).contains("java\0"));
        }
    }

    @Test
    void endedProcessIsAnErrorWithItsNumber() throws IOException {
        try (Proc proc = Proc.open()) {
            ErrnoException e = assertThrows(ErrnoException.class, () -> proc.process(Integer.MAX_VALUE));
            assertEquals(Errno.ENOENT, e.errno());
            assertTrue(Folder.isGone(e.errno()));
        }
    }

    @Test
    @NeedsRtnetlink
    void socketLeadsToThisProcessAndItsDescriptor() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Proc proc = Proc.open();
                ProcessFolder self = proc.process(SELF);
                Folder descriptors = self.descriptors()) {
            assertTrue(server.isBound());
            SocketOwners owners = SocketOwners.read(proc);
            int found = 0;
            for (int descriptor : descriptors.numbers()) {
                long inode = descriptors.socket(descriptor);
                if (inode > 0) {
                    found++;
                    assertTrue(owners.all(inode).contains(new SocketOwners.Owner(SELF, descriptor)));
                    assertNotNull(owners.first(inode));
                }
            }
            assertTrue(found > 0);
            assertTrue(owners.size() >= found);
            assertNull(owners.first(Long.MAX_VALUE));
            assertEquals(List.of(), owners.all(0));
        }
    }

    @Test
    void filesAreFoundByAnyBytesInTheirNames(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("a"), "abc");
        Files.createSymbolicLink(folder.resolve("7"), Path.of("nowhere"));
        try (RawFiles files = new RawFiles();
                Folder open = files.folder(RawFiles.bytes(folder.toString()))) {
            assertEquals(3, files.status(RawFiles.bytes(text.toString()), true).size());
            assertEquals(
                    FileStatus.REGULAR, open.status(RawFiles.bytes("a"), true).type());
            assertEquals(FileStatus.SYMBOLIC_LINK, open.status(7, false).type());
            assertArrayEquals(RawFiles.bytes("nowhere"), open.link(7));
            assertEquals(0, open.socket(7));
            assertArrayEquals(RawFiles.bytes("ab"), open.read(RawFiles.bytes("a"), 2));
            byte[] odd = {(byte) 0xff, '\n', 1};
            assertEquals(
                    Errno.ENOENT,
                    assertThrows(ErrnoException.class, () -> open.status(odd, true))
                            .errno());
            byte[] longest = new byte[5000];
            assertEquals(
                    "ENAMETOOLONG",
                    assertThrows(ErrnoException.class, () -> files.link(longest))
                            .errno()
                            .symbol());
            try (Stream<Path> paths = Files.list(folder)) {
                assertEquals(paths.count(), open.names().size());
            }
        }
    }

    @Test
    void largeFolderIsListedWhole(@TempDir Path folder) throws IOException {
        for (int i = 0; i < 3000; i++) {
            Files.createFile(folder.resolve(Integer.toString(i)));
        }
        try (RawFiles files = new RawFiles();
                Folder open = files.folder(RawFiles.bytes(folder.toString()))) {
            int[] numbers = open.numbers();
            java.util.Arrays.sort(numbers);
            assertArrayEquals(java.util.stream.IntStream.range(0, 3000).toArray(), numbers);
        }
    }

    @Test
    void usersOfTheLibraryHaveNamesAndNumbers() {
        assertEquals("root", PasswordDatabase.name(0));
        assertEquals(0, PasswordDatabase.uid("root"));
        assertNull(PasswordDatabase.uid("no such user"));
        assertNull(PasswordDatabase.name(0x7ffffff1));
    }

    @Test
    void layoutsAreThoseOfTheHeaders() {
        assertEquals(FileStatus.LENGTH, Layouts.size("struct statx"));
        assertEquals(48, Layouts.size("struct passwd"));
        assertEquals(16, Layouts.offset("struct passwd", "pw_uid"));
        assertEquals(19, Layouts.offset("struct dirent64", "d_name"));
    }
}
