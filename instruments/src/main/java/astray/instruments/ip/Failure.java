package astray.instruments.ip;

import astray.kernel.netlink.Answer;
import java.io.IOException;

/** What ends a run early: the lines for standard error and the exit status, both as the original's. */
final class Failure extends IOException {
    /** The status of wrong usage: exit(-1) of the original. */
    static final int WRONG_USAGE = 255;

    /** The status of what was understood but cannot be. */
    static final int FAILED = 1;

    /** The status of what the kernel refused. */
    static final int REFUSED = 2;

    private static final long serialVersionUID = 1;

    private final int status;

    /** Ends with a status and lines for standard error; none when the text is empty. */
    Failure(int status, String lines) {
        super(lines);
        this.status = status;
    }

    int status() {
        return status;
    }

    String lines() {
        String lines = getMessage();
        return lines == null ? "" : lines;
    }

    /** An argument that means nothing here. */
    static Failure invalid(String why, String word) {
        return new Failure(WRONG_USAGE, "Error: argument \"" + word + "\" is wrong: " + why);
    }

    /** The same, with no more to say. */
    static Failure invalid(String word) {
        return new Failure(WRONG_USAGE, "Error: an inet prefix is expected rather than \"" + word + "\".");
    }

    /** A selector given twice. */
    static Failure duplicate(String key, String word) {
        return new Failure(WRONG_USAGE, "Error: duplicate \"" + key + "\": \"" + word + "\" is the second value.");
    }

    /** The command line ends where a word must follow. */
    static Failure incomplete() {
        return new Failure(WRONG_USAGE, "Command line is not complete. Try option \"help\"");
    }

    /** There is no such device. */
    static Failure noDevice(String name) {
        return new Failure(FAILED, "Device \"" + name + "\" does not exist.");
    }

    /** A command that an object does not know. */
    static Failure unknownCommand(String object, String word) {
        return new Failure(WRONG_USAGE, "Command \"" + word + "\" is unknown, try \"ip " + object + " help\".");
    }

    /** A command that would change something. */
    static Failure change(String object, String command) {
        return new Failure(
                FAILED,
                "ip " + object + " " + command + ": refused: Astray is read-only and sends nothing to the kernel");
    }

    /** A part of the original that is not built. */
    static Failure unsupported(String what) {
        return new Failure(FAILED, "ip " + what + ": not supported by Astray");
    }

    /** The kernel's refusal of a question. */
    static Failure refused(Answer.Refused refused) {
        String explanation = refused.explanation();
        return new Failure(
                REFUSED,
                explanation == null
                        ? "RTNETLINK answers: " + refused.errno().text()
                        : "Error: " + explanation + (explanation.endsWith(".") ? "" : "."));
    }
}
