package astray.diagnosis.cause;

import astray.diagnosis.Finding;
import astray.diagnosis.walk.Scene;
import java.util.List;

/** One known cause: what it looks for on the walk and among the facts. */
interface Cause {

    /** What it finds; nothing when it does not apply or is not sure enough. */
    List<Finding> examine(Scene scene);
}
