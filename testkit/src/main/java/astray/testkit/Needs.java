package astray.testkit;

import java.lang.reflect.AnnotatedElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Decides whether a test has what it needs. */
final class Needs implements ExecutionCondition {
    private static final List<String> FOLDERS =
            List.of("/usr/sbin", "/usr/bin", "/sbin", "/bin", "/usr/local/bin", "/usr/lib/systemd");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getElement().filter(Needs::asksRtnetlink).isPresent() && !Rtnetlink.answers()) {
            return ConditionEvaluationResult.disabled("this machine's kernel does not answer rtnetlink (see dmesg)");
        }
        List<String> missing = new ArrayList<>();
        context.getElement().ifPresent(element -> look(element, missing));
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("has all that it needs");
        }
        String reason = "needs " + String.join(", ", missing);
        if (System.getenv("ASTRAY_CI") != null) {
            throw new IllegalStateException(reason + "; in CI nothing that could run may skip");
        }
        return ConditionEvaluationResult.disabled(reason);
    }

    private static boolean asksRtnetlink(AnnotatedElement element) {
        return AnnotationSupport.isAnnotated(element, NeedsRtnetlink.class)
                || AnnotationSupport.isAnnotated(element, NeedsRoot.class);
    }

    private static void look(AnnotatedElement element, List<String> missing) {
        if (AnnotationSupport.isAnnotated(element, NeedsRoot.class) && !isRoot()) {
            missing.add("root");
        }
        AnnotationSupport.findAnnotation(element, NeedsTool.class).ifPresent(tools -> {
            for (String tool : tools.value()) {
                if (FOLDERS.stream().noneMatch(folder -> Files.isExecutable(Path.of(folder, tool)))) {
                    missing.add(tool);
                }
            }
        });
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
