package astray.instruments.lsof;

import astray.instruments.names.Services;
import astray.instruments.names.Users;
import astray.kernel.process.RawFiles;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the command line. Options stand behind {@code -} or {@code +}, several in one word; a value is the rest of the
 * word, or the next word when that begins with neither. Where a value is a number, what stands behind its digits is read
 * on as options.
 */
final class OptionReader {
    private static final int DEFAULT_REPEAT = 15;
    private static final int DEFAULT_LIMIT = 15;
    private static final int LEAST_LIMIT = 2;
    private static final int LONGEST_COMMAND = 15;
    private static final String FIELDS = "acdDfGgikKlLmMnopPrRsStTu0";

    private final List<String> words;
    private final RawFiles files;
    private final Services services;
    private final Options options = new Options();
    private final List<String> complaints = new ArrayList<>();
    private int word;

    /** How far the word was read; 0 before its prefix. */
    private int at;

    private char prefix = '-';
    private boolean detailsGiven;
    private @Nullable Users users;

    OptionReader(List<String> words, RawFiles files, Services services) {
        this.words = words;
        this.files = files;
        this.services = services;
    }

    /** What was wrong; empty when all can be. */
    List<String> complaints() {
        return complaints;
    }

    /** Reads all words. */
    Options read() {
        while (word < words.size()) {
            String current = words.get(word);
            if (at == 0) {
                boolean option = current.length() > 1 && (current.charAt(0) == '-' || current.charAt(0) == '+');
                if (!option) {
                    break;
                }
                if (current.equals("--")) {
                    word++;
                    break;
                }
                if (current.equals("--json")) {
                    options.json = true;
                    word++;
                    continue;
                }
                prefix = current.charAt(0);
                at = 1;
            } else if (at >= current.length()) {
                word++;
                at = 0;
            } else {
                char option = current.charAt(at++);
                try {
                    option(option);
                } catch (Usage e) {
                    complaints.add(String.valueOf(e.getMessage()));
                }
            }
        }
        options.operands = words.subList(Math.min(word, words.size()), words.size());
        finish();
        return options;
    }

    /** Everything up to the end of the word, or the next word; {@code null} for none. */
    private @Nullable String value() {
        String current = words.get(word);
        if (at < current.length()) {
            String value = current.substring(at);
            word++;
            at = 0;
            return value;
        }
        if (word + 1 < words.size()) {
            String next = words.get(word + 1);
            if (!next.startsWith("-") && !next.startsWith("+")) {
                word += 2;
                at = 0;
                return next;
            }
        }
        return null;
    }

    /** The value of an option that cannot do without: the next word, whatever it begins with. */
    private String needed(String complaint) throws Usage {
        String value = value();
        if (value == null && word + 1 < words.size()) {
            value = words.get(word + 1);
            word += 2;
            at = 0;
        }
        if (value == null) {
            throw new Usage(complaint);
        }
        return value;
    }

    /** The digits ahead, in this word or at the start of the next; -1 for none. What follows them stays to be read. */
    private int digits() {
        int inWord = word;
        int from = at;
        if (from >= words.get(word).length()) {
            inWord++;
            from = 0;
        }
        if (inWord >= words.size()) {
            return -1;
        }
        String text = words.get(inWord);
        int end = from;
        while (end < text.length() && end - from < 9 && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        if (end == from) {
            return -1;
        }
        word = inWord;
        at = end;
        return DescriptorChoice.number(text.substring(from, end));
    }

    private boolean plus() {
        return prefix == '+';
    }

    private void option(char option) throws Usage {
        switch (option) {
            case '?', 'h' -> options.help = true;
            case 'a' -> options.and = true;
            case 'b' -> options.avoidBlocks = true;
            case 'c' -> command();
            case 'd' -> descriptorsOrFolder();
            case 'D' -> tree();
            case 'e' -> exempt();
            case 'E' -> {
                options.endpoints = true;
                options.endpointFiles = plus();
            }
            case 'f' -> fileStructure();
            case 'F' -> fields();
            case 'g' -> groups();
            case 'i' -> internet();
            case 'K' -> tasks();
            case 'l' -> options.userNumbers = true;
            case 'L' -> links();
            case 'm' -> mountSupplement();
            case 'M' -> portmap();
            case 'n' -> options.hostNumbers = true;
            case 'N' -> options.selected |= Select.NFS;
            case 'o' -> offset();
            case 'O' -> options.noLimits = true;
            case 'p' -> {
                String set = needed("no process ID specified");
                ProcessChoice.add(options.processes.pids, set, "process ID", "PID");
            }
            case 'P' -> options.portNumbers = true;
            case 'Q' -> options.forgiving = true;
            case 'r' -> repeat();
            case 'R' -> options.parents = true;
            case 's' -> sizeOrStates();
            case 'S' -> limit();
            case 't' -> options.terse = true;
            case 'T' -> details();
            case 'u' -> users();
            case 'U' -> options.selected |= Select.UNIX;
            case 'v' -> options.version = true;
            case 'V' -> options.verbose = true;
            case 'w' -> options.warnings = plus();
            case 'x' -> cross();
            case 'X' -> options.skipInternet = true;
            case 'Z' -> throw new Usage("-Z limited to SELinux");
            default -> throw new Usage("illegal option character: " + option);
        }
    }

    private void command() throws Usage {
        if (plus()) {
            int width = digits();
            if (width < 0) {
                throw new Usage("+c not followed by width number");
            }
            if (width > LONGEST_COMMAND) {
                throw new Usage("+c " + width + " > what system provides (" + LONGEST_COMMAND + ")");
            }
            options.commandWidth = width == 0 ? Integer.MAX_VALUE : Math.max(width, "COMMAND".length());
            return;
        }
        options.processes.addCommand(needed("missing -c option value"));
    }

    private void descriptorsOrFolder() throws Usage {
        if (plus()) {
            options.trees.add(new Options.Tree(needed("+d not followed by a directory path"), false));
        } else {
            options.descriptors.add(needed("no file descriptor specified"));
        }
    }

    private void tree() throws Usage {
        if (!plus()) {
            throw new Usage("unsupported option: -D");
        }
        options.trees.add(new Options.Tree(needed("+D not followed by a directory path"), true));
    }

    private void exempt() throws Usage {
        boolean links = plus();
        String missing = prefix + "e not followed by a file system path";
        String path = needed(missing);
        if (!path.startsWith("/")) {
            throw new Usage(missing + ": \"" + path + '"');
        }
        options.exemptions.add(new Options.Exemption(path, links));
    }

    private void fileStructure() throws Usage {
        boolean on = plus();
        String value = value();
        if (value == null) {
            options.names = on ? Options.Names.FILE_SYSTEMS : Options.Names.FILES;
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            switch (value.charAt(i)) {
                case 'g' -> options.flags = on;
                case 'G' -> {
                    options.flags = on;
                    options.flagsInHex = on;
                }
                default -> throw new Usage("unknown file struct option: " + value.charAt(i));
            }
        }
    }

    private void fields() throws Usage {
        String value = value();
        if (value == null) {
            value = "";
        }
        if (value.equals("?")) {
            options.fieldHelp = true;
            return;
        }
        StringBuilder chosen = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char field = value.charAt(i);
            // security contexts are no field where the kernel has none
            if (FIELDS.indexOf(field) < 0 && field != 'Z') {
                throw new Usage("unknown field: " + field);
            }
            if (field == '0') {
                options.zeroEnds = true;
            } else if (field != 'Z') {
                chosen.append(field);
            }
        }
        boolean none = value.isEmpty() || value.equals("0");
        options.fields = none ? "acdDfGgikKlLmMnopPRsStTu" : chosen.toString();
        if (!none && value.indexOf('o') >= 0) {
            options.extent = Options.Extent.OFFSET;
        }
    }

    private void groups() throws Usage {
        options.groups = true;
        String value = value();
        if (value != null) {
            ProcessChoice.add(options.processes.groups, value, "process group ID", "PGID");
        }
    }

    private void internet() throws Usage {
        String value = value();
        options.internet.add(value == null ? "" : value, services);
        options.selected |= Select.NETWORK;
    }

    private void tasks() throws Usage {
        String value = value();
        if (value == null) {
            options.selected |= Select.TASK;
        } else if (value.equals("i")) {
            options.ignoreTasks = true;
        } else {
            throw new Usage("-K not followed by i (but by " + value + ")");
        }
    }

    private void links() throws Usage {
        int count = digits();
        options.links = plus();
        if (!plus()) {
            if (count >= 0) {
                throw new Usage("no number may follow -L");
            }
            return;
        }
        if (count > 0) {
            options.linksBelow = count;
            options.selected |= Select.LINKS;
        }
    }

    private void mountSupplement() throws Usage {
        if (!plus()) {
            throw new Usage("-m is not supported: there is no kernel memory file");
        }
        String value = value();
        if (value != null) {
            throw new Usage("+m with a file is not supported: " + value);
        }
        options.mountSupplement = true;
    }

    private void portmap() throws Usage {
        if (plus()) {
            throw new Usage("+M is not supported: registrations with the portmapper are not asked for");
        }
    }

    private void offset() {
        int digits = digits();
        if (digits >= 0) {
            options.offsetDigits = digits;
            return;
        }
        if (options.extent == Options.Extent.SIZE) {
            complaints.add("-o and -s are mutually exclusive");
        }
        options.extent = Options.Extent.OFFSET;
    }

    private void sizeOrStates() throws Usage {
        String value = value();
        if (value != null) {
            options.states.add(value);
            return;
        }
        if (options.extent == Options.Extent.OFFSET) {
            complaints.add("-o and -s are mutually exclusive");
        }
        options.extent = Options.Extent.SIZE;
    }

    private void limit() {
        int seconds = digits();
        options.limitSeconds = seconds < 0 ? DEFAULT_LIMIT : Math.max(LEAST_LIMIT, seconds);
        if (seconds >= 0 && seconds < LEAST_LIMIT) {
            options.limitRaisedFrom = seconds;
        }
    }

    private void details() throws Usage {
        String value = value();
        detailsGiven = true;
        options.showState = false;
        options.showQueues = false;
        options.showDetails = false;
        if (value == null) {
            return;
        }
        options.showDetails = true;
        for (int i = 0; i < value.length(); i++) {
            switch (value.charAt(i)) {
                case 'q' -> options.showQueues = true;
                case 's' -> options.showState = true;
                // options of sockets, which Linux tells nobody: accepted there too, and shows nothing
                case 'f' -> options.showDetails = true;
                default -> throw new Usage("unsupported TCP/TPI info selection: " + value.charAt(i));
            }
        }
    }

    private void repeat() throws Usage {
        options.repeatUntilNone = plus();
        int seconds = digits();
        options.repeatSeconds = seconds < 0 ? DEFAULT_REPEAT : seconds;
        if (word >= words.size()) {
            return;
        }
        String text = words.get(word);
        int from = at;
        if (from > 0 && from < text.length() && text.charAt(from) == 'c') {
            int end = from + 1;
            while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
                end++;
            }
            options.repeatCount = Math.max(0, DescriptorChoice.number(text.substring(from + 1, end)));
            from = end;
        }
        // without a marker behind it the count stays to be read on: the original takes it for -c too
        if (from > 0 && from < text.length() && text.charAt(from) == 'm') {
            String marker = text.substring(from + 1);
            if (marker.isEmpty()) {
                throw new Usage("illegal <fmt>: \"\"");
            }
            options.marker = marker;
            word++;
            at = 0;
        }
    }

    private void users() throws Usage {
        String set = needed("no UIDs specified");
        for (String item : set.split(",", -1)) {
            boolean exclude = item.startsWith("^");
            String name = exclude ? item.substring(1) : item;
            int uid = DescriptorChoice.number(name);
            if (uid >= 0) {
                ProcessChoice.add(options.processes.users, new ProcessChoice.Asked(uid, exclude, null), "UID");
                continue;
            }
            if (users == null) {
                users = Users.read(files);
            }
            Integer known = users.uid(name);
            if (known == null) {
                throw new Usage("can't get UID for " + name);
            }
            ProcessChoice.add(options.processes.users, new ProcessChoice.Asked(known, exclude, name), "UID");
        }
    }

    private void cross() throws Usage {
        String value = value();
        if (value == null) {
            options.crossMounts = true;
            options.crossLinks = true;
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            switch (value.charAt(i)) {
                case 'f' -> options.crossMounts = true;
                case 'l' -> options.crossLinks = true;
                default -> throw new Usage("unknown cross-over option: " + value.charAt(i));
            }
        }
    }

    /** Adds to the selection what the lists say, and looks whether all goes together. */
    private void finish() {
        ProcessChoice processes = options.processes;
        options.selected |= ProcessChoice.anyIncluded(processes.pids) ? Select.PROCESS : 0;
        options.selected |= ProcessChoice.anyIncluded(processes.groups) ? Select.GROUP : 0;
        options.selected |= ProcessChoice.anyIncluded(processes.users) ? Select.USER : 0;
        options.selected |= processes.anyCommandIncluded() ? Select.COMMAND : 0;
        options.selected |= options.descriptors.isEmpty() ? 0 : Select.DESCRIPTOR;
        options.selected |= options.operands.isEmpty() && options.trees.isEmpty() ? 0 : Select.NAME;
        if (options.terse) {
            options.warnings = false;
        }
        if (!detailsGiven && options.fields != null && options.fields.indexOf('T') >= 0) {
            options.showQueues = true;
        }
        if (options.help || options.version || options.fieldHelp) {
            return;
        }
        if (options.fields != null && options.terse) {
            complaints.add("-F and -t are mutually exclusive");
        }
        if (options.json && (options.fields != null || options.terse)) {
            complaints.add("--json and " + (options.terse ? "-t" : "-F") + " are mutually exclusive");
        }
        if (options.and && options.selected == 0) {
            complaints.add("no select options to AND via -a");
        }
        if ((options.crossLinks || options.crossMounts) && options.trees.isEmpty()) {
            complaints.add("-x must accompany +d or +D");
        }
        if (options.skipInternet && (options.selected & Select.NETWORK) != 0) {
            complaints.add("-i is useless when -X is specified.");
        }
    }
}
