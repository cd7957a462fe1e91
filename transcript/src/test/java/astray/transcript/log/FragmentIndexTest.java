package astray.transcript.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FragmentIndexTest {

    @Property
    void findsWhatIndexOfFinds(@ForAll("fragments") List<String> fragments, @ForAll("texts") String text) {
        Set<Integer> found = new TreeSet<>();
        new FragmentIndex(fragments).search(text, 0, text.length(), (fragment, end) -> {
            String word = fragments.get(fragment);
            assertEquals(word, text.substring(end - word.length(), end));
            found.add(fragment);
            return false;
        });
        Set<Integer> expected = new TreeSet<>();
        for (int i = 0; i < fragments.size(); i++) {
            if (text.contains(fragments.get(i))) {
                expected.add(i);
            }
        }
        assertEquals(expected, found);
    }

    @Provide
    Arbitrary<List<String>> fragments() {
        return Arbitraries.strings()
                .withChars("abc")
                .ofMinLength(1)
                .ofMaxLength(4)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("abcdé中").ofMaxLength(30);
    }
}
