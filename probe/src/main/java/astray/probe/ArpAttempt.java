package astray.probe;

import astray.facts.IpAddress;
import astray.kernel.ErrnoException;
import astray.kernel.inet.Bytes;
import astray.kernel.inet.NetDevice;
import astray.kernel.inet.PacketSocket;
import astray.kernel.inet.Pollable;
import org.jspecify.annotations.Nullable;

/** ARP requests at work. */
final class ArpAttempt extends NeighbourAttempt {
    private static final byte[] BROADCAST = {-1, -1, -1, -1, -1, -1};

    private @Nullable PacketSocket socket;
    private byte[] own = {};

    ArpAttempt(NeighbourAsk ask) {
        super(ask);
    }

    @Override
    Pollable open(NetDevice device) throws ErrnoException {
        own = device.address().array();
        PacketSocket opened = PacketSocket.open(device, PacketSocket.ARP);
        socket = opened;
        return opened;
    }

    @Override
    void request() throws ErrnoException {
        if (socket != null) {
            IpAddress sender =
                    ask.sender() == null ? IpAddress.any(ask.address().family()) : ask.sender();
            socket.send(ArpMessage.request(own, sender, ask.address()), BROADCAST);
        }
    }

    @Override
    @Nullable
    String next() throws ErrnoException {
        byte[] packet = socket == null ? null : socket.receive(ArpMessage.SIZE);
        return packet == null ? null : ArpMessage.holder(Bytes.of(packet), ask.address());
    }
}
