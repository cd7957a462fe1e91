package astray.instruments.lsof;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the command line asks for. */
final class Options {
    /** How the size or the offset is shown. */
    enum Extent {
        EITHER,
        OFFSET,
        SIZE
    }

    /** How names that are file systems too are taken. */
    enum Names {
        EITHER,
        FILE_SYSTEMS,
        FILES
    }

    /** The widest column of a command that is not asked for otherwise. */
    static final int COMMAND_WIDTH = 9;

    boolean help;
    boolean version;
    boolean fieldHelp;

    boolean and;
    boolean avoidBlocks;
    boolean noLimits;
    int limitSeconds = 15;

    /** What was asked for as the limit, where that was too little; negative where it was not. */
    int limitRaisedFrom = -1;

    int commandWidth = COMMAND_WIDTH;
    boolean userNumbers;
    boolean hostNumbers;
    boolean portNumbers;
    boolean parents;
    boolean groups;
    Extent extent = Extent.EITHER;
    int offsetDigits = 8;
    boolean links;
    boolean terse;

    /** Whether the listing is one JSON array, which the original does not know. */
    boolean json;

    boolean warnings = true;
    boolean verbose;
    boolean forgiving;
    boolean flags;
    boolean flagsInHex;
    boolean showState = true;
    boolean showQueues;
    boolean showDetails;
    boolean endpoints;
    boolean endpointFiles;
    boolean skipInternet;
    boolean ignoreTasks;
    boolean mountSupplement;
    Names names = Names.EITHER;

    /** The letters of {@code -F}; {@code null} for columns. */
    @Nullable
    String fields;

    boolean zeroEnds;

    /** Seconds between listings; negative for one listing. */
    int repeatSeconds = -1;

    boolean repeatUntilNone;

    /** How many listings at most; 0 for no end. */
    int repeatCount;

    @Nullable
    String marker;

    /** The kinds of selection that were asked for, a sum of {@link Select}. */
    int selected;

    final ProcessChoice processes = new ProcessChoice();
    final DescriptorChoice descriptors = new DescriptorChoice();
    final InternetChoice internet = new InternetChoice();
    final StateChoice states = new StateChoice();
    long linksBelow;

    /** Whether a file of a network file system was found. */
    boolean nfsFound;

    boolean crossMounts;
    boolean crossLinks;
    final List<Exemption> exemptions = new ArrayList<>();

    /** Folders whose files are asked for, of {@code +d} and {@code +D}. */
    final List<Tree> trees = new ArrayList<>();

    /** Names of files and file systems. */
    List<String> operands = new ArrayList<>();

    /**
     * A file system that must not be asked.
     *
     * @param path where it is mounted
     * @param links whether its links must not be read either
     */
    record Exemption(String path, boolean links) {}

    /**
     * A folder whose files are asked for.
     *
     * @param path its path
     * @param deep whether those of the folders in it are too
     */
    record Tree(String path, boolean deep) {}

    /** Whether columns of tasks can occur: by default where everything is listed. */
    boolean listsTasks() {
        return !ignoreTasks && (selected == 0 || (selected & Select.TASK) != 0);
    }
}
