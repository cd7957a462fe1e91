package astray.instruments.lsof;

/** What a file was asked for by, each a bit: the sum says by what it was found. */
final class Select {
    static final int COMMAND = 1;
    static final int DESCRIPTOR = 1 << 1;
    static final int NETWORK = 1 << 2;
    static final int NFS = 1 << 3;
    static final int LINKS = 1 << 4;
    static final int NAME = 1 << 5;
    static final int GROUP = 1 << 6;
    static final int PROCESS = 1 << 7;
    static final int USER = 1 << 8;
    static final int UNIX = 1 << 9;
    static final int TASK = 1 << 10;

    /** What is decided of a process before its files are looked at. */
    static final int OF_PROCESS = COMMAND | GROUP | PROCESS | USER;

    private Select() {}
}
