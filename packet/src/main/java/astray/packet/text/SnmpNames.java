package astray.packet.text;

import java.util.HashMap;
import java.util.Map;

/**
 * Names of SNMP's objects while one is printed part by part: the internet's tree, MIB-II (RFC 1213), the first private
 * enterprises, and the objects of SNMP's engine (RFC 3411, 3412, 3414).
 */
final class SnmpNames {
    /** A parent's name ({@code -} for the root), then children's with their numbers. */
    private static final String TREE = """
            - iso=1
            iso org=3
            org dod=6
            mib system=1 interfaces=2 at=3 ip=4 icmp=5 tcp=6 udp=7 egp=8 transmission=10 snmp=11
            enterprises proteon=1 ibm=2 cmu=3 unix=4 acc=5 twg=6 cayman=7 nysernet=8 cisco=9 nsc=10 hp=11
            enterprises epilogue=12 utennessee=13 bbn=14 xylogics=15 unisys=16 canstar=17 wellfleet=18 trw=19 mit=20
            enterprises eon=21 spartacus=22 excelan=23 spider=24 nsfnet=25 sytek=26 intergraph=27 interlan=28
            enterprises vitalink=29 ulana=30 nswc=31 santacruzoperation=32 xyplex=33 cray=34 bellnorthernresearch=35
            enterprises dec=36 touch=37 networkresearchcorp=38 baylor=39 nmfeccllnl=40 sri=41 sun=42 3com=43 cmc=44
            enterprises synoptics=45 cheyenne=46 prime=47 mcnc=48 chipcom=49 opticaldatasystems=50 gated=51
            enterprises cabletron=52 apollo=53 desktalksystems=54 ssds=55 castlerock=56 mips=57 tgv=58
            enterprises silicongraphics=59 ubc=60 merit=61 fibercom=62 apple=63
            snmpModules snmpFrameworkMIB=10 snmpMPDMIB=11 snmpUsmMIB=15
            dod internet=1
            system sysDescr=1 sysObjectID=2 sysUpTime=3 sysContact=4 sysName=5 sysLocation=6 sysServices=7
            interfaces ifNumber=1 ifTable=2
            at atTable=1
            ip ipForwarding=1 ipDefaultTTL=2 ipInReceives=3 ipInHdrErrors=4 ipInAddrErrors=5 ipForwDatagrams=6
            ip ipInUnknownProtos=7 ipInDiscards=8 ipInDelivers=9 ipOutRequests=10 ipOutDiscards=11 ipOutNoRoutes=12
            ip ipReasmTimeout=13 ipReasmReqds=14 ipReasmOKs=15 ipReasmFails=16 ipFragOKs=17 ipFragFails=18
            ip ipFragCreates=19 ipAddrTable=20 ipRoutingTable=21 ipNetToMediaTable=22
            icmp icmpInMsgs=1 icmpInErrors=2 icmpInDestUnreachs=3 icmpInTimeExcds=4 icmpInParmProbs=5
            icmp icmpInSrcQuenchs=6 icmpInRedirects=7 icmpInEchos=8 icmpInEchoReps=9 icmpInTimestamps=10
            icmp icmpInTimestampReps=11 icmpInAddrMasks=12 icmpInAddrMaskReps=13 icmpOutMsgs=14 icmpOutErrors=15
            icmp icmpOutDestUnreachs=16 icmpOutTimeExcds=17 icmpOutParmProbs=18 icmpOutSrcQuenchs=19
            icmp icmpOutRedirects=20 icmpOutEchos=21 icmpOutEchoReps=22 icmpOutTimestamps=23 icmpOutTimestampReps=24
            icmp icmpOutAddrMasks=25 icmpOutAddrMaskReps=26
            tcp tcpRtoAlgorithm=1 tcpRtoMin=2 tcpRtoMax=3 tcpMaxConn=4 tcpActiveOpens=5 tcpPassiveOpens=6
            tcp tcpAttemptFails=7 tcpEstabResets=8 tcpCurrEstab=9 tcpInSegs=10 tcpOutSegs=11 tcpRetransSegs=12
            tcp tcpConnTable=13 tcpInErrs=14 tcpOutRsts=15
            udp udpInDatagrams=1 udpNoPorts=2 udpInErrors=3 udpOutDatagrams=4 udpTable=5
            egp egpInMsgs=1 egpInErrors=2 egpOutMsgs=3 egpOutErrors=4 egpNeighTable=5 egpAs=6
            snmp snmpInPkts=1 snmpOutPkts=2 snmpInBadVersions=3 snmpInBadCommunityNames=4 snmpInBadCommunityUses=5
            snmp snmpInASNParseErrs=6 snmpInBadTypes=7 snmpInTooBigs=8 snmpInNoSuchNames=9 snmpInBadValues=10
            snmp snmpInReadOnlys=11 snmpInGenErrs=12 snmpInTotalReqVars=13 snmpInTotalSetVars=14
            snmp snmpInGetRequests=15 snmpInGetNexts=16 snmpInSetRequests=17 snmpInGetResponses=18 snmpInTraps=19
            snmp snmpOutTooBigs=20 snmpOutNoSuchNames=21 snmpOutBadValues=22 snmpOutReadOnlys=23 snmpOutGenErrs=24
            snmp snmpOutGetRequests=25 snmpOutGetNexts=26 snmpOutSetRequests=27 snmpOutGetResponses=28
            snmp snmpOutTraps=29 snmpEnableAuthTraps=30
            snmpFrameworkMIB snmpFrameworkAdmin=1 snmpFrameworkMIBObjects=2 snmpFrameworkMIBConformance=3
            snmpMPDMIB snmpMPDAdmin=1 snmpMPDMIBObjects=2 snmpMPDMIBConformance=3
            snmpUsmMIB usmMIBObjects=1 usmMIBConformance=2
            internet directory=1 mgmt=2 private=4 security=5 snmpV2=6
            ifTable ifEntry=1
            atTable atEntry=1
            ipAddrTable ipAddrEntry=1
            ipRoutingTable ipRouteEntry=1
            ipNetToMediaTable ipNetToMediaEntry=1
            tcpConnTable tcpConnEntry=1
            udpTable udpEntry=1
            egpNeighTable egpNeighEntry=1
            snmpFrameworkMIBObjects snmpEngine=1
            snmpMPDMIBObjects snmpMPDStats=1
            snmpMPDMIBConformance snmpMPDMIBCompliances=1 snmpMPDMIBGroups=2
            usmMIBObjects usmStats=1 usmUser=2
            usmMIBConformance usmMIBCompliances=1 usmMIBGroups=2
            ifEntry ifIndex=1 ifDescr=2 ifType=3 ifMtu=4 ifSpeed=5 ifPhysAddress=6 ifAdminStatus=7 ifOperStatus=8
            ifEntry ifLastChange=9 ifInOctets=10 ifInUcastPkts=11 ifInNUcastPkts=12 ifInDiscards=13 ifInErrors=14
            ifEntry ifInUnknownProtos=15 ifOutOctets=16 ifOutUcastPkts=17 ifOutNUcastPkts=18 ifOutDiscards=19
            ifEntry ifOutErrors=20 ifOutQLen=21 ifSpecific=22
            atEntry atIfIndex=1 atPhysAddress=2 atNetAddress=3
            ipAddrEntry ipAdEntAddr=1 ipAdEntIfIndex=2 ipAdEntNetMask=3 ipAdEntBcastAddr=4 ipAdEntReasmMaxSize=5
            ipRouteEntry ipRouteDest=1 ipRouteIfIndex=2 ipRouteMetric1=3 ipRouteMetric2=4 ipRouteMetric3=5
            ipRouteEntry ipRouteMetric4=6 ipRouteNextHop=7 ipRouteType=8 ipRouteProto=9 ipRouteAge=10 ipRouteMask=11
            ipNetToMediaEntry ipNetToMediaIfIndex=1 ipNetToMediaPhysAddress=2 ipNetToMediaNetAddress=3
            ipNetToMediaEntry ipNetToMediaType=4
            tcpConnEntry tcpConnState=1 tcpConnLocalAddress=2 tcpConnLocalPort=3 tcpConnRemAddress=4
            tcpConnEntry tcpConnRemPort=5
            udpEntry udpLocalAddress=1 udpLocalPort=2
            egpNeighEntry egpNeighState=1 egpNeighAddr=2 egpNeighAs=3 egpNeighInMsgs=4 egpNeighInErrs=5
            egpNeighEntry egpNeighOutMsgs=6 egpNeighOutErrs=7 egpNeighInErrMsgs=8 egpNeighOutErrMsgs=9
            egpNeighEntry egpNeighStateUps=10 egpNeighStateDowns=11 egpNeighIntervalHello=12 egpNeighIntervalPoll=13
            egpNeighEntry egpNeighMode=14 egpNeighEventTrigger=15
            snmpEngine snmpEngineID=1 snmpEngineBoots=2 snmpEngineTime=3 snmpEngineMaxMessageSize=4
            snmpMPDStats snmpUnknownSecurityModels=1 snmpInvalidMsgs=2 snmpUnknownPDUHandlers=3
            usmStats usmStatsUnsupportedSecLevels=1 usmStatsNotInTimeWindows=2 usmStatsUnknownUserNames=3
            usmStats usmStatsUnknownEngineIDs=4 usmStatsWrongDigests=5 usmStatsDecryptionErrors=6
            usmUser usmUserSpinLock=1 usmUserTable=2
            usmUserTable usmUserEntry=1
            usmUserEntry usmUserEngineID=1 usmUserName=2 usmUserSecurityName=3 usmUserCloneFrom=4
            usmUserEntry usmUserAuthProtocol=5 usmUserAuthKeyChange=6 usmUserOwnAuthKeyChange=7
            usmUserEntry usmUserPrivProtocol=8 usmUserPrivKeyChange=9 usmUserOwnPrivKeyChange=10 usmUserPublic=11
            usmUserEntry usmUserStorageType=12 usmUserStatus=13
            private enterprises=1
            """;

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
        this.here = named ? CHILDREN.getOrDefault("-", Map.of()) : Map.of();
    }

    private static Map<String, Map<Integer, String>> children() {
        Map<String, Map<Integer, String>> all = new HashMap<>();
        for (String row : TREE.split("\n", -1)) {
            String[] words = row.split(" ", -1);
            for (int i = 1; i < words.length; i++) {
                int equals = words[i].indexOf('=');
                all.computeIfAbsent(words[0], parent -> new HashMap<>())
                        .put(Integer.valueOf(words[i].substring(equals + 1)), words[i].substring(0, equals));
            }
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
