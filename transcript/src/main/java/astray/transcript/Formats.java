package astray.transcript;

import astray.transcript.iproute.NeighFormat;
import java.util.ArrayList;
import java.util.List;

/** All formats, in the order in which they are asked: of several that are equally sure, the first is believed. */
public final class Formats {
    private Formats() {}

    /** All of them. */
    public static List<Format> all() {
        List<Format> all = new ArrayList<>();
        all.add(new NeighFormat());
        return List.copyOf(all);
    }
}
