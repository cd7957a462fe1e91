package astray.diagnosis.ask;

import astray.diagnosis.Question;
import astray.diagnosis.book.Host;
import org.jspecify.annotations.Nullable;

/**
 * The question, and the hosts at its two ends as far as anything was seen on them.
 *
 * @param question what is asked
 * @param asker the host that asks
 * @param target the host that is asked
 * @param symptoms what the tries came to
 */
public record Situation(
        Question question, @Nullable Host asker, @Nullable Host target, Symptoms symptoms) {}
