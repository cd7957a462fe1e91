package astray.transcript;

import astray.transcript.capture.CaptureFormats;
import astray.transcript.connect.ConnectFormats;
import astray.transcript.docker.DockerFormats;
import astray.transcript.firewall.FirewallFormats;
import astray.transcript.host.HostFormats;
import astray.transcript.iproute.IpRouteFormats;
import astray.transcript.log.LogFormats;
import astray.transcript.nettools.NetToolsFormats;
import astray.transcript.path.PathFormats;
import astray.transcript.sockets.SocketFormats;
import java.util.ArrayList;
import java.util.List;

/** All formats, in the order in which they are asked: of several that are equally sure, the first is believed. */
public final class Formats {
    private Formats() {}

    /** All of them. */
    public static List<Format> all() {
        List<Format> all = new ArrayList<>();
        all.addAll(LogFormats.all());
        all.addAll(CaptureFormats.all());
        all.addAll(IpRouteFormats.all());
        all.addAll(NetToolsFormats.all());
        all.addAll(SocketFormats.all());
        all.addAll(PathFormats.all());
        all.addAll(ConnectFormats.all());
        all.addAll(FirewallFormats.all());
        all.addAll(DockerFormats.all());
        all.addAll(HostFormats.all());
        return List.copyOf(all);
    }

    /**
     * The format of a name, for printing facts as a tool would. Only the formats of its own topic are loaded.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Format named(String name) {
        List<Format> near = name.startsWith("ip ") || name.startsWith("bridge ")
                ? IpRouteFormats.all()
                : name.startsWith("ss ")
                        ? SocketFormats.all()
                        : name.startsWith("docker ")
                                ? DockerFormats.all()
                                : name.equals("tcpdump") ? CaptureFormats.all() : all();
        for (Format format : near) {
            if (format.name().equals(name)) {
                return format;
            }
        }
        throw new IllegalArgumentException("no format " + name);
    }
}
