package astray.transcript.docker;

import astray.transcript.Format;
import java.util.List;

/** The formats of container engines. */
public final class DockerFormats {
    private DockerFormats() {}

    /** All of them, in the order in which they should be asked. */
    public static List<Format> all() {
        return List.of(new NetworkListFormat(), new NetworkInspectFormat(), new ContainerListFormat());
    }
}
