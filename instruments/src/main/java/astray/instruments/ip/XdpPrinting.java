package astray.instruments.ip;

import astray.kernel.link.ExpressDataPath;
import astray.kernel.netlink.Attributes;

/** The programs on the way of a link's received frames. */
final class XdpPrinting {
    private static final int MULTIPLE = 4;

    private XdpPrinting() {}

    /**
     * Prints them.
     *
     * @param link whether a line of details follows
     * @param details whether this is that line
     */
    static void print(Printer printer, Attributes xdp, boolean link, boolean details) {
        int mode = xdp.u8(ExpressDataPath.ATTACHED, 0);
        if (mode == 0) {
            return;
        }
        if (printer.isJson()) {
            if (!details) {
                printJson(printer, xdp, mode);
            }
            return;
        }
        long program = xdp.u32(ExpressDataPath.PROG_ID, 0);
        if (details && link) {
            if (mode == MULTIPLE) {
                printProgram(printer, "xdpgeneric", xdp, ExpressDataPath.SKB_PROG_ID);
                printProgram(printer, "xdpdrv", xdp, ExpressDataPath.DRV_PROG_ID);
                printProgram(printer, "xdpoffload", xdp, ExpressDataPath.HW_PROG_ID);
                return;
            }
            printer.line();
            printer.text("    prog/xdp");
        } else {
            printer.text(
                    switch (mode) {
                        case 1 -> "xdp";
                        case 2 -> "xdpgeneric";
                        case 3 -> "xdpoffload";
                        case MULTIPLE -> "xdpmulti";
                        default -> "xdp[" + mode + "]";
                    });
        }
        if (!details) {
            printer.text(program != 0 && !link ? "/id:" + program : "").text(" ");
        } else if (program != 0) {
            printer.text(" id ").text(Long.toString(program)).text(" ");
        }
    }

    private static void printProgram(Printer printer, String name, Attributes xdp, int type) {
        if (xdp.has(type)) {
            printer.line();
            printer.text("    prog/")
                    .text(name)
                    .text(" id ")
                    .text(Long.toString(xdp.u32(type, 0)))
                    .text(" ");
        }
    }

    private static void printJson(Printer printer, Attributes xdp, int mode) {
        printer.openObject("xdp");
        printer.json("mode", mode);
        if (xdp.has(ExpressDataPath.PROG_ID)) {
            program(printer, "prog", xdp.u32(ExpressDataPath.PROG_ID, 0));
        }
        printer.openArray("attached");
        if (mode == MULTIPLE) {
            int[] types = {ExpressDataPath.SKB_PROG_ID, ExpressDataPath.DRV_PROG_ID, ExpressDataPath.HW_PROG_ID};
            int[] modes = {2, 1, 3};
            for (int i = 0; i < types.length; i++) {
                if (xdp.has(types[i])) {
                    one(printer, modes[i], xdp.u32(types[i], 0));
                }
            }
        } else if (xdp.has(ExpressDataPath.PROG_ID)) {
            one(printer, mode, xdp.u32(ExpressDataPath.PROG_ID, 0));
        }
        printer.closeArray();
        printer.closeObject();
    }

    private static void one(Printer printer, int mode, long program) {
        printer.openObject();
        printer.json("mode", mode);
        program(printer, "prog", program);
        printer.closeObject();
    }

    private static void program(Printer printer, String key, long id) {
        printer.openObject(key);
        printer.json("id", id);
        printer.closeObject();
    }
}
