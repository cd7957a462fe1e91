package astray.packet.text;

/** Sockets between a virtual machine and its host ({@code <linux/vsockmon.h>}, {@code <linux/virtio_vsock.h>}). */
final class Vsock {
    private static final int DESTINATION = 8;
    private static final int SOURCE_PORT = 16;
    private static final int DESTINATION_PORT = 20;
    private static final int OPERATION = 24;
    private static final int TRANSPORT = 26;
    private static final int HEADER = 32;

    private static final int VIRTIO = 2;
    private static final int VIRTIO_HEADER = 44;
    private static final int PAYLOAD = 4;

    private static final String[] TRANSPORTS = {"UNKNOWN", "NO_INFO", "VIRTIO"};
    private static final String[] OPERATIONS = {"UNKNOWN", "CONNECT", "DISCONNECT", "CONTROL", "PAYLOAD"};
    private static final String[] VIRTIO_OPERATIONS = {
        "INVALID", "REQUEST", "RESPONSE", "RST", "SHUTDOWN", "RW", "CREDIT UPDATE", "CREDIT REQUEST"
    };

    private Vsock() {}

    static void print(Sheet sheet, int at) {
        Line line = sheet.line;
        sheet.protocol = "vsock";
        sheet.need(at, HEADER);
        int length = sheet.captured(at);
        int transport = sheet.le16(at + TRANSPORT);
        line.text(transport < TRANSPORTS.length ? TRANSPORTS[transport] : "Invalid transport (" + transport + ")");
        int size = HEADER + (transport == VIRTIO ? VIRTIO_HEADER : 0);
        boolean cut = false;
        if (sheet.v == 0) {
            line.put(' ');
        } else if (length < size) {
            cut = true;
        } else {
            if (transport == VIRTIO) {
                virtio(sheet, at + HEADER);
            }
            line.text("\n\t");
        }
        int operation = sheet.le16(at + OPERATION);
        line.unsigned(sheet.le64(at)).put('.').number(sheet.le32(at + SOURCE_PORT));
        line.text(" > ").unsigned(sheet.le64(at + DESTINATION));
        line.put('.').number(sheet.le32(at + DESTINATION_PORT)).put(' ');
        line.text(operation < OPERATIONS.length ? OPERATIONS[operation] : " invalid op (" + operation + ")");
        line.text(", length ").number(length);
        if (cut) {
            throw Truncated.HERE;
        }
        if (sheet.v > 1 && operation == PAYLOAD) {
            if (length <= size) {
                throw Truncated.HERE;
            }
            line.put('\n');
            HexDump.unknown(sheet, "\t", at + size, length - size);
        }
    }

    private static void virtio(Sheet sheet, int at) {
        Line line = sheet.line.text(" (len ").number(sheet.le32(at + 24));
        int type = sheet.le16(at + 28);
        line.text(", type ").text(type == 1 ? "STREAM" : "Invalid type (" + type + ")");
        int operation = sheet.le16(at + 30);
        line.text(", op ");
        line.text(
                operation < VIRTIO_OPERATIONS.length ? VIRTIO_OPERATIONS[operation] : "Invalid op (" + operation + ")");
        line.text(", flags ").hex(sheet.le32(at + 32));
        line.text(", buf_alloc ").number(sheet.le32(at + 36));
        line.text(", fwd_cnt ").number(sheet.le32(at + 40)).put(')');
    }
}
