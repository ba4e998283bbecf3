package sosad.app.viewmodel;

import static sosad.model.PlainFormat.format;

/** A count with its noun. */
public final class Counted {
    private Counted() {}

    /** Such as "1 node", "3 nodes", "2 entries"; without a noun the count and a blank. */
    public static String of(long count, String noun) {
        return format("%,d %s", count, count == 1 ? noun : plural(noun));
    }

    private static String plural(String noun) {
        if (noun.isEmpty()) {
            return "";
        }
        if (noun.endsWith("ch")) {
            return noun + "es";
        }
        return noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    }
}
