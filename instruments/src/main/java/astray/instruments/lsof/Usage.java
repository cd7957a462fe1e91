package astray.instruments.lsof;

/** What the command line says that cannot be: the message is whole, without the tool's name. */
final class Usage extends Exception {
    private static final long serialVersionUID = 1;

    /** How the tool is called, shown behind what was wrong. */
    static final String SHORT = """
             usage: lsof [-?abhKlnNoOPRtUvVX] [+|-c c] [+|-d s] [+D D] [+|-E] [+|-e s] [+|-f[gG]]
             [-F [f]] [-g [s]] [-i [i]] [+|-L [l]] [+m] [-M] [-o [o]] [-p s]
             [+|-r [t]] [-s [p:s]] [-S [t]] [-T [t]] [-u s] [+|-w] [-x [fl]] [--] [names]
            Use the ``-h'' option to get more help information.""";

    /** What {@code -h} prints. */
    static final String HELP = """
             usage: lsof [options] [--] [names]
            Defaults in parentheses; comma-separated set (s) items; dash-separated ranges.
              -?|-h list help          -a AND selections (OR)     -b avoid kernel blocks
              -c c  cmd c ^c /c/[bix]  +c w  COMMAND width (9)    +d s  dir s files
              -d s  select by FD set   +D D  dir D tree           +|-e s  exempt s
              -i select IPv[46] files  -K [i] list|(i)gn tasKs    -l list UID numbers
              -n no host names         -N select NFS files        -o list file offset
              -O no time limits        -P no port names           -Q allow failed search
              -R list paRent PID       -s list file size          -t terse listing
              -T disable TCP/TPI info  -U select Unix socket      -v list version info
              -V verbose search        +|-w  Warnings (+)         -X skip TCP&UDP* files
              -- end option scan       +m write mount supplement  -M no portMap registration
              -E display endpoint info              +E display endpoint info and files
              +f|-f  +filesystem or -file names     +|-f[gG] flaGs
              -F [f] select fields; -F? for help
              +|-L [l] list (+) suppress (-) link counts < l (0 = all; default = 0)
              -o o   o 0t offset digits (8)         -p s   exclude(^)|select PIDs
              -S [t] t second stat timeout (15)     -T qs TCP/TPI Q,St (s) info
              -g [s] exclude(^)|select and print process group IDs
              -i i   select by IPv[46] address: [46][proto][@host|addr][:svc_list|port_list]
              +|-r [t[c<N>][m<fmt>]] repeat every t seconds (15);  + until no files, - forever.
              -s p:s  exclude(^)|select protocol (p = TCP|UDP) states by name(s).
              -u s   exclude(^)|select login|UID set s
              -x [fl] cross over +d|+D File systems or symbolic Links
              names  select named files or files on named file systems
              --json one JSON array, an object for each open file""";

    /** What {@code -v} prints. */
    static final String VERSION = """
            lsof version information:
                revision: 4.95.0 (options and output; by Astray)
                Anyone can list all files.
                /dev warnings are disabled.
                Kernel ID check is disabled.""";

    Usage(String message) {
        super(message);
    }
}
