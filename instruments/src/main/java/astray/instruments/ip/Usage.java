package astray.instruments.ip;

/** What {@code ip help} says. */
final class Usage {
    private static final String TEXT = """
            Usage: ip [ OPTIONS ] OBJECT { COMMAND | help }
            where  OBJECT := { address | addrlabel | link | maddress | monitor | neighbour |
                               netconf | netns | nexthop | ntable | route | rule | stats |
                               tcp_metrics | token | tuntap | vrf }
                   OPTIONS := { -V[ersion] | -s[tatistics] | -d[etails] | -r[esolve] |
                                -h[uman-readable] | -iec | -j[son] | -p[retty] |
                                -f[amily] { inet | inet6 | mpls | bridge | link } |
                                -4 | -6 | -M | -B | -0 | -br[ief] | -o[neline] |
                                -t[imestamp] | -ts[hort] | -rc[vbuf] [size] |
                                -n[etns] name | -N[umeric] | -a[ll] | -c[olor] }
            Read-only: commands that change something are refused.""";

    private Usage() {}

    /** The usage, on standard error with the status of wrong usage as in the original. */
    static Failure failure() {
        return new Failure(Failure.WRONG_USAGE, TEXT);
    }

    /** The usage of one object: its reading commands. */
    static Failure of(String... lines) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            text.append(i == 0 ? "Usage: " : "\n       ").append(lines[i]);
        }
        return new Failure(Failure.WRONG_USAGE, text.toString());
    }
}
