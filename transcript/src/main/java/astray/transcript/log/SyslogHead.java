package astray.transcript.log;

import org.jspecify.annotations.Nullable;

/** {@code STAMP host identifier[pid]: message}; some leave the host out, and a few messages have no identifier. */
final class SyslogHead extends LineHead {
    private static final BootStamp PRINTK = new BootStamp();
    private final boolean sureOnly;
    /** The host of the first line that was surely right: others with it are right too. */
    private @Nullable String sureHost;

    /**
     * Reads lines with this stamp.
     *
     * @param sureOnly whether only {@code kernel:} and {@code name[pid]:} after a host make a line strictly right:
     *     for stamps that dmesg prints too, whose messages may look like {@code scsi host0: ahci}
     */
    SyslogHead(Stamp stamp, boolean sureOnly) {
        super(stamp);
        this.sureOnly = sureOnly;
    }

    @Override
    int stampStart(String line) {
        return Scan.blanksEnd(line, 0);
    }

    @Override
    boolean parts(int stampEnd, boolean strict) {
        if (!Scan.is(text, stampEnd, ' ')) {
            return false;
        }
        int first = Scan.blanksEnd(text, stampEnd);
        int end = wordEnd(first);
        int colon = identifier(first, end);
        if (colon < 0) {
            int next = Scan.blanksEnd(text, end);
            if (!isPriority(first, end)) {
                hostAt = first;
                hostEnd = end;
                int nextEnd = wordEnd(next);
                if (isPriority(next, nextEnd)) {
                    next = Scan.blanksEnd(text, nextEnd);
                    nextEnd = wordEnd(next);
                }
                colon = identifier(next, nextEnd);
            } else {
                colon = identifier(next);
            }
            first = next;
        }
        if (strict && !isSure(colon)) {
            return false;
        }
        column = colon < 0 ? first : colon + 1;
        message(colon < 0 ? first : colon);
        skipPrintkTime();
        return true;
    }

    private boolean isSure(int colon) {
        if (!sureOnly) {
            return colon >= 0;
        }
        if (hostEnd > hostAt && colon >= 0 && (pidEnd > pidAt || isKernel())) {
            if (sureHost == null) {
                sureHost = text.substring(hostAt, hostEnd);
            }
            return true;
        }
        return sureHost != null && hostEnd - hostAt == sureHost.length() && text.startsWith(sureHost, hostAt);
    }

    private boolean isKernel() {
        return identifierEnd - identifierAt == 6 && text.startsWith("kernel", identifierAt);
    }

    /** busybox and OpenWrt print {@code kern.info} before the identifier. */
    private boolean isPriority(int from, int to) {
        int dot = to - 1;
        while (dot > from && to - dot <= 8 && text.charAt(dot) != '.') {
            dot--;
        }
        if (dot <= from || to - dot > 8) {
            return false;
        }
        return switch (text.substring(dot + 1, to)) {
            case "emerg", "alert", "crit", "err", "error", "warn", "warning", "notice", "info", "debug" -> true;
            default -> false;
        };
    }

    /** rsyslog keeps the kernel's own {@code [   28.911290]} before the message. */
    private void skipPrintkTime() {
        if (Scan.is(text, messageAt, '[') && isKernel()) {
            int end = PRINTK.end(text, messageAt);
            if (end > 0) {
                messageAt = Math.min(Scan.blanksEnd(text, end), messageEnd);
            }
        }
    }
}
