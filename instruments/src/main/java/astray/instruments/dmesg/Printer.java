package astray.instruments.dmesg;

import astray.instruments.ClosedOutput;

/** Prints records in one form. */
interface Printer {
    /** Prints one. */
    void print(LogRecord entry) throws ClosedOutput;

    /** Prints what belongs behind the last one. */
    void end() throws ClosedOutput;
}
