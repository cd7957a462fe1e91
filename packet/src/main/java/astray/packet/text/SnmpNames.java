package astray.packet.text;

import java.util.HashMap;
import java.util.Map;

/** Names of SNMP's objects while one is printed part by part: the internet's tree and MIB-II (RFC 1213). */
final class SnmpNames {
    /** A parent's name, then its children's with their numbers. */
    private static final String[] TREE = {
        " iso=1",
        "iso org=3",
        "org dod=6",
        "dod internet=1",
        "internet directory=1 mgmt=2 experimental=3 private=4 security=5 snmpV2=6",
        "mgmt mib=1",
        "private enterprises=1",
        "snmpV2 snmpDomains=1 snmpProxys=2 snmpModules=3",
        "mib system=1 interfaces=2 at=3 ip=4 icmp=5 tcp=6 udp=7 egp=8 transmission=10 snmp=11",
        "system sysDescr=1 sysObjectID=2 sysUpTime=3 sysContact=4 sysName=5 sysLocation=6 sysServices=7",
        "interfaces ifNumber=1 ifTable=2",
        "ifTable ifEntry=1",
        "ifEntry ifIndex=1 ifDescr=2 ifType=3 ifMtu=4 ifSpeed=5 ifPhysAddress=6 ifAdminStatus=7 ifOperStatus=8"
                + " ifLastChange=9 ifInOctets=10 ifInUcastPkts=11 ifInNUcastPkts=12 ifInDiscards=13 ifInErrors=14"
                + " ifInUnknownProtos=15 ifOutOctets=16 ifOutUcastPkts=17 ifOutNUcastPkts=18 ifOutDiscards=19"
                + " ifOutErrors=20 ifOutQLen=21 ifSpecific=22",
        "at atTable=1",
        "atTable atEntry=1",
        "atEntry atIfIndex=1 atPhysAddress=2 atNetAddress=3",
        "ip ipForwarding=1 ipDefaultTTL=2 ipInReceives=3 ipInHdrErrors=4 ipInAddrErrors=5 ipForwDatagrams=6"
                + " ipInUnknownProtos=7 ipInDiscards=8 ipInDelivers=9 ipOutRequests=10 ipOutDiscards=11"
                + " ipOutNoRoutes=12 ipReasmTimeout=13 ipReasmReqds=14 ipReasmOKs=15 ipReasmFails=16 ipFragOKs=17"
                + " ipFragFails=18 ipFragCreates=19 ipAddrTable=20 ipRoutingTable=21",
        "tcp tcpRtoAlgorithm=1 tcpRtoMin=2 tcpRtoMax=3 tcpMaxConn=4 tcpActiveOpens=5 tcpPassiveOpens=6"
                + " tcpAttemptFails=7 tcpEstabResets=8 tcpCurrEstab=9 tcpInSegs=10 tcpOutSegs=11 tcpRetransSegs=12"
                + " tcpConnTable=13",
        "udp udpInDatagrams=1 udpNoPorts=2 udpInErrors=3 udpOutDatagrams=4",
    };

    /** Beginnings that are shortened: their encoding (X.690 clause 8.19), what stands for them, and the object. */
    private static final byte[][] SHORTENED = {
        {43, 6, 1, 2, 1}, {43, 6, 1, 4, 1}, {43, 6, 1, 3}, {43, 6, 1, 6, 3},
    };

    private static final String[] STANDING_FOR = {"", "E:", "X:", "S:"};
    private static final String[] OBJECTS = {"mib", "enterprises", "experimental", "snmpModules"};

    private static final Map<String, Map<Integer, String>> CHILDREN = children();

    private final Line line;
    private Map<Integer, String> here;
    private boolean dot = true;

    SnmpNames(Line line, boolean named) {
        this.line = line;
        this.here = named ? CHILDREN.getOrDefault("", Map.of()) : Map.of();
    }

    private static Map<String, Map<Integer, String>> children() {
        Map<String, Map<Integer, String>> all = new HashMap<>();
        for (String row : TREE) {
            String[] words = row.split(" ", -1);
            Map<Integer, String> children = new HashMap<>();
            for (int i = 1; i < words.length; i++) {
                int equals = words[i].indexOf('=');
                children.put(Integer.valueOf(words[i].substring(equals + 1)), words[i].substring(0, equals));
            }
            all.put(words[0], children);
        }
        return all;
    }

    /** Prints what stands for a known beginning; where the rest begins. */
    int shorten(Sheet sheet, int at, int size) {
        for (int i = 0; i < SHORTENED.length; i++) {
            byte[] beginning = SHORTENED[i];
            if (size < beginning.length) {
                continue;
            }
            boolean same = true;
            for (int j = 0; j < beginning.length; j++) {
                same &= sheet.u8(at + j) == beginning[j];
            }
            if (same) {
                line.text(STANDING_FOR[i]);
                here = CHILDREN.getOrDefault(OBJECTS[i], Map.of());
                dot = false;
                return at + beginning.length;
            }
        }
        return at;
    }

    /** Prints the next part. */
    void part(int number) {
        line.text(dot ? "." : "");
        dot = true;
        String name = here.get(number);
        if (name == null) {
            line.number(number & 0xffff_ffffL);
            here = Map.of();
        } else {
            line.text(name);
            here = CHILDREN.getOrDefault(name, Map.of());
        }
    }
}
