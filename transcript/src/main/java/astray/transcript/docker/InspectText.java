package astray.transcript.docker;

import astray.facts.DockerNetwork;
import java.util.ArrayList;
import java.util.List;

/** Prints a network as {@code docker network inspect} does, of its fields those that the fact holds. */
final class InspectText {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private InspectText() {}

    static void append(DockerNetwork network, StringBuilder out) {
        out.append("    {\n        \"Name\": ");
        quote(network.name(), out);
        out.append(",\n        \"Id\": ");
        quote(network.id(), out);
        if (network.driver() != null) {
            out.append(",\n        \"Driver\": ");
            quote(network.driver(), out);
        }
        out.append(",\n        \"IPAM\": {\n            \"Driver\": \"default\",\n            \"Config\": [");
        String separator = "";
        for (Object subnet : network.subnets()) {
            out.append(separator).append("\n                {\n                    \"Subnet\": ");
            quote(subnet.toString(), out);
            out.append("\n                }");
            separator = ",";
        }
        out.append(network.subnets().isEmpty() ? "]" : "\n            ]").append("\n        }");
        if (network.containers() != null) {
            containers(network.containers(), out);
        }
        pair("Options", "com.docker.network.bridge.name", network.bridge(), out);
        pair("Labels", "com.docker.compose.project", network.project(), out);
        out.append("\n    }");
    }

    /** The containers' ids are not among the facts; their numbers stand for them. */
    private static void containers(List<String> names, StringBuilder out) {
        List<String> entries = new ArrayList<>();
        for (String name : names) {
            StringBuilder entry = new StringBuilder("            \"").append(entries.size());
            entry.append("\": {\n                \"Name\": ");
            quote(name, entry);
            entries.add(entry.append("\n            }").toString());
        }
        out.append(",\n        \"Containers\": {");
        out.append(entries.isEmpty() ? "}" : "\n" + String.join(",\n", entries) + "\n        }");
    }

    private static void pair(
            String member, String name, @org.jspecify.annotations.Nullable String value, StringBuilder out) {
        out.append(",\n        \"").append(member).append("\": {");
        if (value != null) {
            out.append("\n            ");
            quote(name, out);
            out.append(": ");
            quote(value, out);
            out.append("\n        ");
        }
        out.append('}');
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
