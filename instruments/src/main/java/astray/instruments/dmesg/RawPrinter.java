package astray.instruments.dmesg;

import astray.instruments.ClosedOutput;
import astray.instruments.Output;

/** Records of a text as they stand there. */
record RawPrinter(Output out, Escapes escapes) implements Printer {
    @Override
    public void print(LogRecord entry) throws ClosedOutput {
        escapes.print(entry.bytes(), entry.from(), entry.to(), 0);
        out.line();
    }

    @Override
    public void end() {}
}
