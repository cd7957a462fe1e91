package astray.kernel.process;

import java.nio.ByteBuffer;

/**
 * What statx(2) tells of a file.
 *
 * @param mode type and permissions, as in inode(7)
 * @param links the number of names
 * @param uid the owner
 * @param inode the number on its device
 * @param size in bytes
 * @param blocks how much of it is stored, in units of 512 bytes
 * @param major of the device that holds it
 * @param minor of the device that holds it
 * @param specialMajor of the device that it is, for a character or block device
 * @param specialMinor of the device that it is
 */
public record FileStatus(
        int mode,
        long links,
        int uid,
        long inode,
        long size,
        long blocks,
        int major,
        int minor,
        int specialMajor,
        int specialMinor) {

    /** {@code S_IFMT}: the bits of {@link #mode} that are the type. */
    public static final int TYPE = 0170000;

    public static final int SOCKET = 0140000;
    public static final int SYMBOLIC_LINK = 0120000;
    public static final int REGULAR = 0100000;
    public static final int BLOCK_DEVICE = 0060000;
    public static final int DIRECTORY = 0040000;
    public static final int CHARACTER_DEVICE = 0020000;
    public static final int FIFO = 0010000;

    // struct statx, linux/stat.h: the same on every architecture
    static final int LENGTH = 256;
    private static final int STX_NLINK = 16;
    private static final int STX_UID = 20;
    private static final int STX_MODE = 28;
    private static final int STX_INO = 32;
    private static final int STX_SIZE = 40;
    private static final int STX_BLOCKS = 48;
    private static final int STX_RDEV_MAJOR = 128;
    private static final int STX_RDEV_MINOR = 132;
    private static final int STX_DEV_MAJOR = 136;
    private static final int STX_DEV_MINOR = 140;

    static FileStatus of(ByteBuffer statx) {
        return new FileStatus(
                statx.getShort(STX_MODE) & 0xffff,
                statx.getInt(STX_NLINK) & 0xffff_ffffL,
                statx.getInt(STX_UID),
                statx.getLong(STX_INO),
                statx.getLong(STX_SIZE),
                statx.getLong(STX_BLOCKS),
                statx.getInt(STX_DEV_MAJOR),
                statx.getInt(STX_DEV_MINOR),
                statx.getInt(STX_RDEV_MAJOR),
                statx.getInt(STX_RDEV_MINOR));
    }

    /** The type alone, one of the constants here. */
    public int type() {
        return mode & TYPE;
    }

    /** The device that holds it, as one number that compares. */
    public long device() {
        return (long) major << 32 | minor & 0xffff_ffffL;
    }

    /** The device that it is, as one number that compares. */
    public long special() {
        return (long) specialMajor << 32 | specialMinor & 0xffff_ffffL;
    }
}
