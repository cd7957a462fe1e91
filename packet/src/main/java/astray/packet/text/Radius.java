package astray.packet.text;

/** Placeholder. */
final class Radius {
    private Radius() {}

    static void print(Sheet sheet, int at, int length) {
        sheet.text("UDP, length ").number(length);
    }
}
