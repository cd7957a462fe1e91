package astray.packet.text;

/** How a wireless frame was received, by radiotap.org's header in front of it. */
final class Radiotap {
    private static final int LENGTH = 2;
    private static final int PRESENT = 4;
    private static final int HEADER = 8;

    private static final int CHANNEL_FIELD = 3;
    private static final int EXTENDED_CHANNEL = 18;
    private static final int MCS = 19;
    private static final int NAMESPACE = 29;
    private static final int RADIOTAP_NAMESPACE = 0x20000000;
    private static final int VENDOR_NAMESPACE = 0x40000000;
    private static final int MORE = 0x80000000;

    private static final int FLAG_SUM = 0x10;
    private static final int FLAG_PADDED = 0x20;

    private static final int TURBO = 0x10;
    private static final int FREQUENCY_HOPPING = 0x880;
    private static final int A = 0x140;
    private static final int B = 0xa0;
    private static final int PURE_G = 0xc0;
    private static final int G = 0x480;
    private static final int HALF = 0x4000;
    private static final int QUARTER = 0x8000;
    private static final int HT_20 = 0x10000;
    private static final int HT_40_UP = 0x20000;
    private static final int HT_40_DOWN = 0x40000;

    /** Rates of 802.11n by their index, at 20 MHz with long guard intervals, in halves of a Mb/s. */
    private static final int[] RATES = new int[77];

    static {
        int[] stream = {13, 26, 39, 52, 78, 104, 117, 130};
        for (int i = 0; i < 32; i++) {
            RATES[i] = stream[i % 8] * (1 + i / 8);
        }
        int[] unequal = {
            78, 104, 130, 117, 156, 195, 104, 130, 130, 156, 182, 182, 208, 156, 195, 195, 234, 273, 273, 312, 130, 156,
            182, 156, 182, 208, 234, 208, 234, 260, 260, 286, 195, 234, 273, 234, 273, 312, 351, 312, 351, 390, 390, 429
        };
        System.arraycopy(unequal, 0, RATES, 33, unequal.length);
    }

    private static final String[] BANDWIDTHS = {
        "20 MHz",
        "40 MHz",
        "20 MHz (L)",
        "20 MHz (U)",
        "80 MHz",
        "80 MHz (L)",
        "80 MHz (U)",
        "80 MHz (LL)",
        "80 MHz (LU)",
        "80 MHz (UL)",
        "80 MHz (UU)",
        "160 MHz",
        "160 MHz (L)",
        "160 MHz (U)",
        "160 MHz (LL)",
        "160 MHz (LU)",
        "160 MHz (UL)",
        "160 MHz (UU)",
        "160 MHz (LLL)",
        "160 MHz (LLU)",
        "160 MHz (LUL)",
        // two entries are alike, as in the original
        "160 MHz (UUU)",
        "160 MHz (ULL)",
        "160 MHz (ULU)",
        "160 MHz (UUL)",
        "160 MHz (UUU)"
    };

    private final Sheet sheet;
    private final Line line;
    private final int start;
    private final int end;
    private int next;
    private int flags;

    private Radiotap(Sheet sheet, int start, int end) {
        this.sheet = sheet;
        this.line = sheet.line;
        this.start = start;
        this.end = end;
    }

    static void print(Sheet sheet, int at, int wire) {
        sheet.protocol = "802.11_radio";
        sheet.need(at, HEADER);
        int length = sheet.le16(at + LENGTH);
        if (length < HEADER) {
            throw Truncated.HERE;
        }
        sheet.need(at, length);
        Radiotap header = new Radiotap(sheet, at, at + length);
        header.fields();
        Wireless.print(
                sheet,
                at + length,
                wire - length,
                (header.flags & FLAG_PADDED) != 0,
                (header.flags & FLAG_SUM) != 0 ? 4 : 0);
    }

    /** Prints the fields that the words in front tell to be there. */
    private void fields() {
        int last = start + PRESENT;
        while (last + 4 <= end && (word(last) & MORE) != 0) {
            last += 4;
        }
        if (last + 4 > end) {
            throw Truncated.HERE;
        }
        next = last + 4;
        int base = 0;
        int vendorFields = -1;
        for (int at = start + PRESENT; at <= last; at += 4) {
            int present = word(at);
            if (vendorFields >= 0) {
                if (end - next < vendorFields) {
                    return;
                }
                next += vendorFields;
                vendorFields = 0;
            } else if (!fields(present, base)) {
                return;
            }
            switch (present & (RADIOTAP_NAMESPACE | VENDOR_NAMESPACE)) {
                case 0 -> base += 32;
                case RADIOTAP_NAMESPACE -> {
                    base = 0;
                    vendorFields = -1;
                }
                case VENDOR_NAMESPACE -> {
                    base = 0;
                    vendorFields = 0;
                    int vendor = take(2, 6);
                    if (vendor < 0) {
                        sheet.truncated();
                    } else {
                        vendorFields = sheet.le16(vendor + 4);
                    }
                }
                default -> {
                    // both at once: undefined
                }
            }
        }
    }

    private int word(int at) {
        return (int) sheet.le32(at);
    }

    /** Where a field begins that is aligned to a power of two; negative when it is not all there. */
    private int take(int alignment, int size) {
        int at = start + (next - start + alignment - 1 & -alignment);
        if (at + size > end) {
            return -1;
        }
        next = at + size;
        return at;
    }

    private boolean fields(int present, int base) {
        for (int bit = 0; bit < NAMESPACE; bit++) {
            if ((present & 1 << bit) != 0 && !field(base + bit, present)) {
                return false;
            }
        }
        return true;
    }

    /** Prints a field; false when nothing behind it can be found. */
    private boolean field(int bit, int present) {
        int at = switch (bit) {
            case 0 -> take(8, 8);
            case 1, 2, 5, 6, 9, 10, 11, 12, 13 -> take(1, 1);
            case CHANNEL_FIELD -> take(2, 4);
            case 4 -> take(1, 2);
            case 7, 8, 14 -> take(2, 2);
            case EXTENDED_CHANNEL, 20 -> take(4, 8);
            case MCS -> take(1, 3);
            case 21 -> take(2, 12);
            default -> Integer.MIN_VALUE;
        };
        if (at == Integer.MIN_VALUE) {
            line.text("[bit ").number(bit).text("] ");
            return false;
        }
        if (at < 0) {
            sheet.truncated();
            return false;
        }
        switch (bit) {
            case 0 -> line.text(Long.toUnsignedString(sheet.le64(at))).text("us tsft ");
            case 1 -> flags(sheet.u8(at));
            case 2 -> rate(sheet.u8(at));
            case CHANNEL_FIELD -> {
                if ((present & 1 << EXTENDED_CHANNEL) == 0) {
                    channel(sheet.le16(at), sheet.le16(at + 2), present);
                }
            }
            case 4 ->
                line.text("fhset ")
                        .number(sheet.u8(at))
                        .text(" fhpat ")
                        .number(sheet.u8(at + 1))
                        .put(' ');
            case 5 -> line.number((byte) sheet.u8(at)).text("dBm signal ");
            case 6 -> line.number((byte) sheet.u8(at)).text("dBm noise ");
            case 7 -> line.number(sheet.le16(at)).text(" sq ");
            case 8 -> line.number(-(short) sheet.le16(at)).text(" tx power ");
            case 9 -> line.number(-(byte) sheet.u8(at)).text("dB tx attenuation ");
            case 10 -> line.number((byte) sheet.u8(at)).text("dBm tx power ");
            case 11 -> line.text("antenna ").number(sheet.u8(at)).put(' ');
            case 12 -> line.number(sheet.u8(at)).text("dB signal ");
            case 13 -> line.number(sheet.u8(at)).text("dB noise ");
            case EXTENDED_CHANNEL -> channel(sheet.le16(at + 4), word(at), present);
            case MCS -> highThroughput(sheet.u8(at), sheet.u8(at + 1), sheet.u8(at + 2));
            case 21 -> veryHighThroughput(at);
            default -> {
                // nothing is printed of it
            }
        }
        return true;
    }

    private void flags(int value) {
        flags = value;
        line.text((value & 0x01) != 0 ? "cfp " : "");
        line.text((value & 0x02) != 0 ? "short preamble " : "");
        line.text((value & 0x04) != 0 ? "wep " : "");
        line.text((value & 0x08) != 0 ? "fragmented " : "");
        line.text((value & 0x40) != 0 ? "bad-fcs " : "");
    }

    private void rate(int rate) {
        if (rate >= 0x80 && rate <= 0x8f) {
            line.text("MCS ").number(rate & 0x7f).put(' ');
        } else {
            WirelessManagement.rate(line, rate);
            line.text(" Mb/s ");
        }
    }

    private void channel(int frequency, int kind, int present) {
        line.number(frequency).text(" MHz");
        if ((present & 1 << MCS) != 0) {
            line.text(" 11n");
        } else {
            String width = (kind & HALF) != 0 ? "/10Mhz" : (kind & QUARTER) != 0 ? "/5Mhz" : "";
            line.text(is(kind, FREQUENCY_HOPPING) ? " FHSS" : "");
            if (is(kind, A)) {
                line.text(" 11a").text(width);
            }
            if (is(kind, PURE_G) || is(kind, G)) {
                line.text(" 11g").text(width);
            } else if (is(kind, B)) {
                line.text(" 11b");
            }
            line.text((kind & TURBO) != 0 ? " Turbo" : "");
        }
        if ((kind & HT_20) != 0) {
            line.text(" ht/20");
        } else if ((kind & HT_40_DOWN) != 0) {
            line.text(" ht/40-");
        } else if ((kind & HT_40_UP) != 0) {
            line.text(" ht/40+");
        }
        line.put(' ');
    }

    private static boolean is(int kind, int mask) {
        return (kind & mask) == mask;
    }

    private void highThroughput(int known, int how, int index) {
        if ((known & 0x02) != 0) {
            if (index < RATES.length && (known & 0x05) != 0) {
                rate(index, (how & 3) == 1, (how & 4) != 0);
            }
            line.text("MCS ").number(index).put(' ');
        }
        if ((known & 0x01) != 0) {
            line.text(BANDWIDTHS[how & 3]).put(' ');
        }
        if ((known & 0x04) != 0) {
            line.text((how & 4) != 0 ? "short GI " : "long GI ");
        }
        if ((known & 0x08) != 0) {
            line.text((how & 8) != 0 ? "greenfield " : "mixed ");
        }
        if ((known & 0x10) != 0) {
            line.text((how & 16) != 0 ? "LDPC FEC " : "BCC FEC ");
        }
        if ((known & 0x20) != 0) {
            line.text("RX-STBC").number(how >> 5 & 3).put(' ');
        }
    }

    /** A rate of 802.11n: in tenths of a Mb/s, rounded. */
    private void rate(int index, boolean wide, boolean shortGuard) {
        int tenths = RATES[index] * 5;
        if (wide) {
            // index 32 repeats a stream's slowest signal in both halves of 40 MHz
            tenths = index == 32 ? 60 : tenths * 27 / 13;
        }
        if (shortGuard) {
            tenths = (tenths * 20 + 9) / 18;
        }
        if (tenths > 0) {
            line.number(tenths / 10).put('.').number(tenths % 10).text(" Mb/s ");
        }
    }

    private void veryHighThroughput(int at) {
        int known = sheet.le16(at);
        int coding = sheet.u8(at + 8);
        for (int user = 0; user < 4; user++) {
            int streams = sheet.u8(at + 4 + user);
            if ((streams & 15) != 0) {
                line.text("User ").number(user).text(" MCS ").number(streams >> 4);
                line.text((coding & 1 << user) != 0 ? " LDPC FEC " : " BCC FEC ");
            }
        }
        if ((known & 0x40) != 0) {
            int width = sheet.u8(at + 3) & 31;
            line.text(width < BANDWIDTHS.length ? BANDWIDTHS[width] : "unknown (" + width + ")")
                    .put(' ');
        }
        if ((known & 0x04) != 0) {
            line.text((sheet.u8(at + 2) & 4) != 0 ? "short GI " : "long GI ");
        }
    }
}
