package astray.transcript.hosts;

/**
 * A host named by the words around a block of text.
 *
 * @param host a name or an address, or a description such as {@code GPU 服务器}
 * @param description whether it is a description
 * @param form what the words say of it
 * @param onlyIfKnown whether the words mean a host only if another part of the text knows one of that name
 * @param line the line that says so
 * @param quote that line's words
 */
public record Label(String host, boolean description, Form form, boolean onlyIfKnown, int line, String quote) {

    /** What words say of a host. */
    public enum Form {
        /** It is said that the command ran there: "on gpu1". */
        RAN_THERE,
        /** The host is named and no more: a bullet, a heading. */
        NAMED
    }

    /** The same description in any spelling: without blanks, in lower case. */
    static String key(String host) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < host.length(); i++) {
            if (host.charAt(i) != ' ') {
                key.append(Character.toLowerCase(host.charAt(i)));
            }
        }
        return key.toString();
    }
}
