package astray.diagnosis.cause;

import astray.diagnosis.book.Host;
import astray.diagnosis.model.HostModel;
import astray.facts.DockerNetwork;
import astray.facts.Link;
import astray.facts.Observation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whose an interface is, told by its name, its kind, and Docker's own list.
 *
 * @param kind the sort of owner
 * @param name how it is called, such as {@code docker network lnsoft_default}; {@code null} for a plain interface
 * @param network Docker's own words about its network
 */
record Owner(Kind kind, @Nullable String name, @Nullable Observation<DockerNetwork> network) {

    private static final int DOCKER_ID_DIGITS = 12;

    enum Kind {
        DOCKER,
        LIBVIRT,
        PODMAN,
        CNI,
        LXC,
        TUNNEL,
        WIREGUARD,
        OTHER;

        /** Whether container engines or virtual machines hang on it. */
        boolean isContainerBridge() {
            return this == DOCKER || this == LIBVIRT || this == PODMAN || this == CNI || this == LXC;
        }

        /** Whether it leads into a tunnel. */
        boolean isTunnel() {
            return this == TUNNEL || this == WIREGUARD;
        }
    }

    static Owner of(String dev, HostModel model) {
        Observation<DockerNetwork> network = network(dev, model.host());
        if (network != null) {
            return new Owner(Kind.DOCKER, "docker network " + network.fact().name(), network);
        }
        if (isDockerBridge(dev)) {
            return new Owner(Kind.DOCKER, "docker network " + dev.substring(3), null);
        }
        if (dev.equals("docker0")) {
            return new Owner(Kind.DOCKER, "docker network bridge", null);
        }
        if (dev.equals("docker_gwbridge")) {
            return new Owner(Kind.DOCKER, "docker network docker_gwbridge", null);
        }
        if (dev.startsWith("virbr")) {
            return new Owner(Kind.LIBVIRT, "libvirt network " + dev, null);
        }
        if (dev.startsWith("podman") || dev.startsWith("cni-podman")) {
            return new Owner(Kind.PODMAN, "podman network " + dev, null);
        }
        if (dev.startsWith("cni") || dev.startsWith("flannel") || dev.startsWith("cali") || dev.startsWith("cilium")) {
            return new Owner(Kind.CNI, "kubernetes network " + dev, null);
        }
        if (dev.startsWith("lxcbr") || dev.startsWith("lxdbr") || dev.startsWith("incusbr")) {
            return new Owner(Kind.LXC, "lxc network " + dev, null);
        }
        if (dev.startsWith("wg") || isKind(dev, model, "wireguard")) {
            return new Owner(Kind.WIREGUARD, "wireguard tunnel " + dev, null);
        }
        if (dev.startsWith("tailscale")) {
            return new Owner(Kind.WIREGUARD, "tailscale", null);
        }
        if (dev.startsWith("tun")
                || dev.startsWith("tap")
                || dev.startsWith("ppp")
                || dev.startsWith("utun")
                || dev.startsWith("vpn")
                || isKind(dev, model, "tun")) {
            return new Owner(Kind.TUNNEL, "tunnel " + dev, null);
        }
        return new Owner(Kind.OTHER, null, null);
    }

    private static boolean isKind(String dev, HostModel model, String kind) {
        Observation<Link> link = model.link(dev);
        return link != null && kind.equals(link.fact().kind());
    }

    /** {@code br-} and the first 12 digits of a network's id. */
    private static boolean isDockerBridge(String dev) {
        if (!dev.startsWith("br-") || dev.length() != 3 + DOCKER_ID_DIGITS) {
            return false;
        }
        for (int i = 3; i < dev.length(); i++) {
            if (Character.digit(dev.charAt(i), 16) < 0) {
                return false;
            }
        }
        return dev.equals(dev.toLowerCase(Locale.ROOT));
    }

    private static @Nullable Observation<DockerNetwork> network(String dev, Host host) {
        Observation<DockerNetwork> found = null;
        for (Observation<DockerNetwork> seen : host.of(DockerNetwork.class)) {
            // inspect says more than ls
            if (seen.fact().bridgeName().equals(dev)
                    && (found == null || !seen.fact().subnets().isEmpty())) {
                found = seen;
            }
        }
        return found;
    }

    /** The short id of a Docker network, with which docker(1) can be asked for it. */
    static String dockerId(String dev) {
        return isDockerBridge(dev) ? dev.substring(3) : dev;
    }
}
