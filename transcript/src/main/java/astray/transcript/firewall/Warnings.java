package astray.transcript.firewall;

/** What iptables and nft remark about each other. */
final class Warnings {
    private Warnings() {}

    static boolean isWarning(String line) {
        String text = line.strip();
        return text.startsWith("# Warning: ")
                || text.startsWith("# Table ") && text.contains("use 'nft' tool")
                || text.startsWith("# Error: ");
    }
}
