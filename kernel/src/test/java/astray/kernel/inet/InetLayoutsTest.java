package astray.kernel.inet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import astray.kernel.Layouts;
import org.junit.jupiter.api.Test;

/** The constants of the views against the C headers. */
class InetLayoutsTest {
    @Test
    void messageHeaderIsLaidOutAsInC() {
        assertEquals(Layouts.size("struct msghdr"), InetSocket.MSGHDR);
        assertEquals(Layouts.offset("struct msghdr", "msg_name"), InetSocket.MSG_NAME);
        assertEquals(Layouts.offset("struct msghdr", "msg_namelen"), InetSocket.MSG_NAMELEN);
        assertEquals(Layouts.offset("struct msghdr", "msg_iov"), InetSocket.MSG_IOV);
        assertEquals(Layouts.offset("struct msghdr", "msg_iovlen"), InetSocket.MSG_IOVLEN);
        assertEquals(Layouts.offset("struct msghdr", "msg_control"), InetSocket.MSG_CONTROL);
        assertEquals(Layouts.offset("struct msghdr", "msg_controllen"), InetSocket.MSG_CONTROLLEN);
    }

    @Test
    void controlMessageIsLaidOutAsInC() {
        assertEquals(Layouts.offset("struct cmsghdr", "cmsg_len"), ControlMessages.LENGTH);
        assertEquals(Layouts.offset("struct cmsghdr", "cmsg_level"), ControlMessages.LEVEL);
        assertEquals(Layouts.offset("struct cmsghdr", "cmsg_type"), ControlMessages.TYPE);
        assertEquals(Layouts.size("struct cmsghdr"), ControlMessages.HEADER);
    }

    @Test
    void extendedErrorIsLaidOutAsInC() {
        assertEquals(Layouts.offset("struct sock_extended_err", "ee_errno"), QueuedError.EE_ERRNO);
        assertEquals(Layouts.offset("struct sock_extended_err", "ee_origin"), QueuedError.EE_ORIGIN);
        assertEquals(Layouts.offset("struct sock_extended_err", "ee_type"), QueuedError.EE_TYPE);
        assertEquals(Layouts.offset("struct sock_extended_err", "ee_code"), QueuedError.EE_CODE);
        assertEquals(Layouts.offset("struct sock_extended_err", "ee_info"), QueuedError.EE_INFO);
        assertEquals(Layouts.size("struct sock_extended_err"), QueuedError.EE_SIZE);
    }

    @Test
    void packetAddressIsLaidOutAsInC() {
        assertEquals(Layouts.size("struct sockaddr_ll"), PacketSocket.SOCKADDR_LL);
        assertEquals(Layouts.offset("struct sockaddr_ll", "sll_protocol"), PacketSocket.SLL_PROTOCOL);
        assertEquals(Layouts.offset("struct sockaddr_ll", "sll_ifindex"), PacketSocket.SLL_IFINDEX);
        assertEquals(Layouts.offset("struct sockaddr_ll", "sll_pkttype"), PacketSocket.SLL_PKTTYPE);
        assertEquals(Layouts.offset("struct sockaddr_ll", "sll_halen"), PacketSocket.SLL_HALEN);
        assertEquals(Layouts.offset("struct sockaddr_ll", "sll_addr"), PacketSocket.SLL_ADDR);
    }

    @Test
    void interfaceRequestIsLaidOutAsInC() {
        assertEquals(Layouts.size("struct ifreq"), NetDevice.IFREQ);
        assertEquals(Layouts.offset("struct ifreq", "ifr_ifru"), NetDevice.IFREQ_VALUE);
    }
}
