package astray.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test asks rtnetlink(7), itself or through what asks for the machine's addresses: the C library's resolver, Java's
 * loopback address. A kernel whose rtnetlink lock was lost to a fault never answers, and whoever asks hangs and cannot
 * be killed; there the test is skipped, everywhere, and says so. {@link NeedsRoot} implies it.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Needs.class)
public @interface NeedsRtnetlink {}
