package astray.packet.text;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The latest calls of Rx: a reply does not say what it replies to. */
final class RxCalls {
    private static final int MOST = 64;

    private final Map<String, Long> operations = new LinkedHashMap<>();

    /** Keeps a call's operation; the eldest call makes room. */
    void put(String call, long operation) {
        operations.remove(call);
        if (operations.size() == MOST) {
            operations.remove(operations.keySet().iterator().next());
        }
        operations.put(call, operation);
    }

    @Nullable
    Long get(String call) {
        return operations.get(call);
    }
}
