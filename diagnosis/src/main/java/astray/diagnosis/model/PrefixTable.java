package astray.diagnosis.model;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.Prefix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the prefixes that hold an address, the longest first. One hash table for each prefix length in use: a search
 * asks at most 33 (or 129) of them, however many prefixes there are.
 */
final class PrefixTable<V> {
    private final Map<Family, List<Map<IpAddress, List<V>>>> byLength = new HashMap<>();

    void add(Prefix prefix, V value) {
        List<Map<IpAddress, List<V>>> lengths = byLength.computeIfAbsent(prefix.family(), PrefixTable::empty);
        lengths.get(prefix.length())
                .computeIfAbsent(prefix.address(), a -> new ArrayList<>(1))
                .add(value);
    }

    private static <V> List<Map<IpAddress, List<V>>> empty(Family family) {
        List<Map<IpAddress, List<V>>> lengths = new ArrayList<>();
        for (int i = 0; i <= family.bits(); i++) {
            lengths.add(new HashMap<>());
        }
        return lengths;
    }

    /** The values of the longest prefix that holds the address, then those of the next shorter, and so on. */
    List<V> holding(IpAddress address) {
        List<Map<IpAddress, List<V>>> lengths = byLength.get(address.family());
        List<V> found = new ArrayList<>();
        if (lengths != null) {
            for (int length = address.family().bits(); length >= 0; length--) {
                Map<IpAddress, List<V>> table = lengths.get(length);
                if (!table.isEmpty()) {
                    found.addAll(table.getOrDefault(address.masked(length), List.of()));
                }
            }
        }
        return found;
    }
}
