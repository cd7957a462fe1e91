package astray.journal;

import astray.journal.data.Payload;

/** Checks a file as {@code journalctl --verify} does: every object, every hash, every chain, every order. */
final class Verification {
    private final JournalFile file;
    private final Payload payload = new Payload();

    Verification(JournalFile file) {
        this.file = file;
    }

    void run() throws Damage {
        if ((file.intAt(Layout.COMPATIBLE_FLAGS) & ~Layout.SEALED) != 0) {
            throw new Damage(
                    "compatible flags that are not known, so that it cannot be checked", Layout.COMPATIBLE_FLAGS);
        }
        objects();
    }

    private void objects() throws Damage {
        long tail = file.longAt(Layout.TAIL_OBJECT_OFFSET);
        long at = file.headerSize();
        while (tail != 0) {
            long length = file.object(0, at);
            if (file.octetAt(at) == Layout.DATA) {
                data(at);
            }
            if (at == tail) {
                break;
            }
            at = at + length + 7 & ~7L;
            if (at > tail) {
                throw new Damage("the last object is not where it should be", tail);
            }
        }
    }

    private void data(long at) throws Damage {
        file.payload(at, payload);
        if (file.hash(payload.array(), payload.length()) != file.longAt(at + Layout.HASH)) {
            throw new Damage("data with another hash", at);
        }
    }
}
