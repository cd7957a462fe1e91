package astray.instruments.journalctl;

import astray.journal.Id128;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a command line asks for. */
final class Settings {
    /** All lines. */
    static final int ALL = -1;

    /** Lines were not spoken of. */
    static final int UNSAID = -2;

    /** What is to be shown. */
    enum Action {
        SHOW,
        HEADER,
        VERIFY,
        DISK_USAGE,
        LIST_BOOTS,
        FIELD_VALUES,
        FIELD_NAMES
    }

    Action action = Action.SHOW;
    Mode mode = Mode.SHORT;
    boolean utc;
    boolean follow;
    boolean full = true;
    boolean all;
    boolean pager = true;
    boolean pagerEnd;
    int lines = UNSAID;
    boolean noTail;
    boolean quiet;
    boolean merge;
    boolean boot;
    Id128 bootId = Id128.NULL;
    int bootOffset;
    boolean kernel;
    boolean noHostname;

    @Nullable
    String cursor;

    @Nullable
    String afterCursor;

    @Nullable
    String cursorFile;

    boolean showCursor;

    @Nullable
    String folder;

    @Nullable
    String root;

    final List<String> files = new ArrayList<>();
    int priorities = 0xff;
    final Set<Integer> facilities = new LinkedHashSet<>();

    @Nullable
    Long since;

    @Nullable
    Long until;

    final List<String> identifiers = new ArrayList<>();
    final List<String> units = new ArrayList<>();
    final List<String> userUnits = new ArrayList<>();
    String field = "";
    boolean reverse;
    boolean system;
    boolean user;

    @Nullable
    String namespace;

    boolean everyNamespace;
    boolean besidesDefault;

    @Nullable
    Set<String> outputFields;

    @Nullable
    String pattern;

    @Nullable
    Boolean caseSensitive;

    @Nullable
    Grep grep;

    List<String> matches = List.of();

    /** Whether the journal is that of the running system, and not of files or folders that were named. */
    boolean isLive() {
        return folder == null && root == null && files.isEmpty();
    }
}
