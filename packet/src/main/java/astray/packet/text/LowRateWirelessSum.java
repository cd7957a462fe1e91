package astray.packet.text;

/**
 * The check sequence of a frame of IEEE 802.15.4 (section 7.2.11), of two or four bytes. Captures are with or without
 * it: where none fits, none is there.
 *
 * @param found what stands at the frame's end
 * @param computed what would be right there
 */
record LowRateWirelessSum(long found, long computed) {
    /** Of frames too short to have one. */
    static final LowRateWirelessSum NONE = new LowRateWirelessSum(0, 0);

    private static final int OF_FOUR = 0xedb88320;
    private static final int OF_TWO = 0x8408;

    /** Finds it at the end of a whole frame, and takes it away where it is right. */
    static LowRateWirelessSum take(LowRateWirelessRest frame, int leastForFour) {
        Sheet sheet = frame.sheet;
        int at = frame.at;
        int end = at + frame.size;
        if (frame.size >= leastForFour) {
            long found = sheet.le32(end - 4);
            if (found == sum(sheet, at, end - 4, OF_FOUR)) {
                frame.size -= 4;
                return new LowRateWirelessSum(found, found);
            }
        }
        long found = sheet.le16(end - 2);
        long computed = sum(sheet, at, end - 2, OF_TWO);
        if (found == computed) {
            frame.size -= 2;
        }
        return new LowRateWirelessSum(found, computed);
    }

    private static long sum(Sheet sheet, int at, int end, int polynomial) {
        int sum = 0;
        for (int i = at; i < end; i++) {
            sum ^= sheet.u8(i);
            for (int bit = 0; bit < 8; bit++) {
                // without a branch, which nothing could foretell
                sum = sum >>> 1 ^ polynomial & -(sum & 1);
            }
        }
        return Integer.toUnsignedLong(sum);
    }

    void print(Line line) {
        if (found == computed) {
            line.text("FCS ").hex(found).put(' ');
        } else {
            line.text("wrong FCS ").hex(found).text(" vs ").hex(computed);
            line.text(" (assume no FCS stored) ");
        }
    }
}
