package astray.kernel.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import astray.kernel.Layouts;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The offsets of the views against what the C headers say. */
class LayoutTest {
    private static final String INET = "struct inet_diag_msg";
    private static final String UNIX = "struct unix_diag_msg";
    private static final String PACKET = "struct packet_diag_msg";

    @Test
    void inetSocketIsLaidOutAsTheHeaderSays() {
        assertEquals(Layouts.offset(INET, "idiag_family"), InetSocket.FAMILY);
        assertEquals(Layouts.offset(INET, "idiag_state"), InetSocket.STATE);
        assertEquals(Layouts.offset(INET, "idiag_timer"), InetSocket.TIMER);
        assertEquals(Layouts.offset(INET, "idiag_retrans"), InetSocket.RETRANS);
        assertEquals(Layouts.offset(INET, "id.idiag_sport"), InetSocket.SPORT);
        assertEquals(Layouts.offset(INET, "id.idiag_dport"), InetSocket.DPORT);
        assertEquals(Layouts.offset(INET, "id.idiag_src"), InetSocket.SRC);
        assertEquals(Layouts.offset(INET, "id.idiag_dst"), InetSocket.DST);
        assertEquals(Layouts.offset(INET, "id.idiag_if"), InetSocket.IF);
        assertEquals(Layouts.offset(INET, "id.idiag_cookie"), InetSocket.COOKIE);
        assertEquals(Layouts.offset(INET, "idiag_expires"), InetSocket.EXPIRES);
        assertEquals(Layouts.offset(INET, "idiag_rqueue"), InetSocket.RQUEUE);
        assertEquals(Layouts.offset(INET, "idiag_wqueue"), InetSocket.WQUEUE);
        assertEquals(Layouts.offset(INET, "idiag_uid"), InetSocket.UID);
        assertEquals(Layouts.offset(INET, "idiag_inode"), InetSocket.INODE);
        assertEquals(Layouts.size(INET), InetSocket.SIZE);
    }

    @Test
    void requestIsAsLongAsTheHeaderSays() {
        assertEquals(8, Layouts.offset("struct inet_diag_req_v2", "id"));
        assertEquals(Layouts.size("struct inet_diag_req_v2"), 8 + InetRequest.SOCKID);
        assertEquals(4, Layouts.offset("struct unix_diag_req", "udiag_states"));
        assertEquals(12, Layouts.offset("struct unix_diag_req", "udiag_show"));
        assertEquals(8, Layouts.offset("struct packet_diag_req", "pdiag_show"));
    }

    @Test
    void unixAndPacketSocketsAreLaidOutAsTheHeadersSay() {
        assertEquals(Layouts.offset(UNIX, "udiag_type"), UnixSocket.TYPE);
        assertEquals(Layouts.offset(UNIX, "udiag_state"), UnixSocket.STATE);
        assertEquals(Layouts.offset(UNIX, "udiag_ino"), UnixSocket.INODE);
        assertEquals(Layouts.offset(UNIX, "udiag_cookie"), UnixSocket.COOKIE);
        assertEquals(Layouts.size(UNIX), UnixSocket.SIZE);
        assertEquals(Layouts.offset(PACKET, "pdiag_type"), PacketSocket.TYPE);
        assertEquals(Layouts.offset(PACKET, "pdiag_num"), PacketSocket.NUM);
        assertEquals(Layouts.offset(PACKET, "pdiag_ino"), PacketSocket.INODE);
        assertEquals(Layouts.offset(PACKET, "pdiag_cookie"), PacketSocket.COOKIE);
        assertEquals(Layouts.size(PACKET), PacketSocket.SIZE);
        assertEquals(20, Layouts.offset("struct packet_diag_info", "pdi_flags"));
    }

    @Test
    void everyMemberOfTcpInfoIsWhereTheHeaderSays() throws IllegalAccessException {
        for (Field constant : TcpInfo.class.getDeclaredFields()) {
            if (Modifier.isStatic(constant.getModifiers())) {
                String field = "tcpi_" + constant.getName().toLowerCase(Locale.ROOT);
                assertEquals(Layouts.offset("struct tcp_info", field), constant.getInt(null), field);
            }
        }
    }
}
