package astray.packet.text;

/** Placeholder. */
final class Dhcp6 {
    private Dhcp6() {}

    static void print(Sheet sheet, int at, int length) {
        sheet.text("UDP, length ").number(length);
    }
}
