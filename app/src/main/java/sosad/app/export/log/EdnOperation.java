package sosad.app.export.log;

/**
 * One map of a history of Jepsen: the invocation of an operation on a register, or its completion.
 *
 * @param type {@code invoke}, {@code ok}, {@code fail} or {@code info}
 * @param value as EDN
 */
public record EdnOperation(
        int index, long time, String type, int process, String function, String key, String value, String node) {
    /** Returns the map as a line of EDN, ending with a line break. */
    @Override
    public String toString() {
        return "{:index " + index + ", :time " + time + ", :type :" + type + ", :process " + process + ", :f :"
                + function + ", :value [" + quoted(key) + ' ' + value + "], :node " + quoted(node) + "}\n";
    }

    /** Returns a text as EDN. */
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
