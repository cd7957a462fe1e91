package astray.instruments.lsof;

/** The texts of a row that columns and fields share. */
final class Cells {
    private Cells() {}

    /** What the column SIZE/OFF shows; "" for nothing. */
    static String extent(OpenFile file, Options options) {
        return switch (options.extent) {
            case OFFSET -> offset(file, options);
            case SIZE -> size(file);
            case EITHER -> file.size == OpenFile.UNKNOWN ? offset(file, options) : size(file);
        };
    }

    private static String size(OpenFile file) {
        return file.size == OpenFile.UNKNOWN ? "" : Long.toUnsignedString(file.size);
    }

    private static String offset(OpenFile file, Options options) {
        if (file.offset == OpenFile.UNKNOWN) {
            return "";
        }
        if (file.offset == 0) {
            return "0t0";
        }
        String decimal = Long.toUnsignedString(file.offset);
        boolean fits = options.offsetDigits == 0 || decimal.length() <= options.offsetDigits;
        return fits ? "0t" + decimal : "0x" + Long.toHexString(file.offset);
    }

    /** The flags of open(2); "" where they are not known. */
    static String flags(OpenFile file, boolean hexadecimal) {
        if (file.flags < 0) {
            return "";
        }
        return hexadecimal ? "0x" + Long.toHexString(file.flags) + ";0x0" : OpenFlags.names(file.flags);
    }

    /** The name without its state. */
    static String name(OpenFile file, Names names) {
        Inet inet = file.inet;
        if (inet == null) {
            return file.note.isEmpty() ? file.name : file.name + file.note;
        }
        StringBuilder out = new StringBuilder(64);
        names.append(inet, out);
        return out.append(file.note).toString();
    }
}
