package astray.packet.text;

/** RSVP's Error Spec (RFC 2205 section A.5, RFC 3209 section 7.3, RFC 4124 section 5.2). */
final class RsvpErrors {
    private static final int ROUTING = 24;
    private static final int DIFFSERV = 28;
    private static final int DIFFSERV_OLD = 125;

    private static final Table CODES = Table.of("""
            24 Routing Problem
            25 Notify Error
            28 Diffserv TE Error
            125 Diffserv TE Error (Old)
            """);

    private static final Table ROUTING_VALUES = Table.of("""
            1 Bad EXPLICIT_ROUTE object
            2 Bad strict node
            3 Bad loose node
            4 Bad initial subobject
            5 No route available toward destination
            6 Unacceptable label value
            7 RRO indicated routing loops
            8 non-RSVP-capable router in the path
            9 MPLS label allocation failure
            10 Unsupported L3PID
            """);

    private static final Table DIFFSERV_VALUES = Table.of("""
            1 Unexpected CT object
            2 Unsupported CT
            3 Invalid CT value
            4 CT/setup priority do not form a configured TE-Class
            5 CT/holding priority do not form a configured TE-Class
            6 CT/setup priority and CT/holding priority do not form a configured TE-Class
            7 Inconsistency between signaled PSC and signaled CT
            8 Inconsistency between signaled PHBs and signaled CT
            """);

    private RsvpErrors() {}

    /** Prints the object; false when nothing can follow. */
    static boolean print(RsvpObject object) {
        Sheet sheet = object.sheet;
        Line line = object.line;
        if (object.type < 1 || object.type > 4) {
            return object.dump();
        }
        boolean ip6 = object.type == 2 || object.type == 4;
        int width = ip6 ? 16 : 4;
        if (object.lacks(width + 4)) {
            return false;
        }
        object.begin("Error Node Address: ");
        if (ip6) {
            sheet.host6(object.at);
        } else {
            sheet.host4(object.at);
        }
        int at = object.at + width;
        int code = sheet.u8(at + 1);
        int value = sheet.be16(at + 2);
        line.text(", Flags: [0x").hex(sheet.u8(at), 2).put(']');
        object.begin("Error Code: ").text(CODES.name(code, "unknown"));
        line.text(" (").number(code).put(')');
        boolean diffserv = code == DIFFSERV || code == DIFFSERV_OLD;
        if (code == ROUTING || diffserv && !ip6) {
            Table values = diffserv ? DIFFSERV_VALUES : ROUTING_VALUES;
            line.text(", Error Value: ").text(values.name(value, "unknown"));
            line.text(" (").number(value).put(')');
        } else if (!ip6) {
            line.text(", Unknown Error Value (").number(value).put(')');
        }
        return object.past(width + 4);
    }
}
