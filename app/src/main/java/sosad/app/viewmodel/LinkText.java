package sosad.app.viewmodel;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import sosad.app.fabric.Delay;
import sosad.app.fabric.LinkConditions;
import sosad.app.fabric.LinkCounts;
import sosad.app.fault.Fault;
import sosad.app.fault.plan.Members;
import sosad.model.Link;

/** A link of a live cluster in words. */
public final class LinkText {
    private static final int MAX_PARTS = 2;

    private LinkText() {}

    /** Returns what is wrong with a link, to stand on it: such as {@code 20 % lost · +100 ms}. */
    public static String onTheLink(LinkConditions faults) {
        List<String> parts = parts(faults);
        return parts.size() > MAX_PARTS ? parts.get(0) + " + " + (parts.size() - 1) : String.join(" · ", parts);
    }

    /** The same where there is little room: such as {@code 20 %} or {@code 3 faults}. */
    public static String inBrief(LinkConditions faults) {
        List<String> parts = parts(faults);
        return parts.size() == 1 ? parts.get(0).replaceFirst(" [a-z]+$", "") : parts.size() + " faults";
    }

    /** Returns what is wrong, and with which of the cluster's links or processes. */
    public static String of(Fault fault, Members members) {
        int nodes = members.nodes().size();
        if (fault instanceof Fault.OnLinks links && links.links().size() > MAX_PARTS) {
            boolean all = links.links().size() == nodes * (nodes - 1);
            return "%s: %s"
                    .formatted(
                            all ? "all links" : links.links().size() + " links",
                            links.what().words());
        }
        return fault.words();
    }

    /** All that is wrong with a link and what has become of its messages. */
    public static String inFull(Link link, LinkConditions faults, LinkCounts counts) {
        List<String> parts = parts(faults);
        return "%s → %s: %s\n%s"
                .formatted(
                        link.from(),
                        link.to(),
                        parts.isEmpty() ? "nothing is wrong" : String.join(", ", parts),
                        counts(counts));
    }

    /** Such as {@code 120 sent, 118 passed, 2 lost}. */
    static String counts(LinkCounts counts) {
        List<String> parts =
                new ArrayList<>(List.of(format("%,d sent", counts.sent()), format("%,d passed", counts.passed())));
        addIfAny(parts, counts.lost(), "lost");
        addIfAny(parts, counts.duplicated(), "twice");
        addIfAny(parts, counts.corrupted(), "corrupt");
        addIfAny(parts, counts.underWay(), "under way");
        return String.join(", ", parts);
    }

    private static void addIfAny(List<String> parts, long count, String word) {
        if (count > 0) {
            parts.add(format("%,d %s", count, word));
        }
    }

    private static List<String> parts(LinkConditions faults) {
        List<String> parts = new ArrayList<>();
        if (faults.cut()) {
            parts.add("cut");
        }
        addShare(parts, faults.loss(), "lost");
        if (!faults.delay().equals(Delay.NONE)) {
            parts.add(delay(faults.delay()));
        }
        addShare(parts, faults.corrupt(), "corrupt");
        addShare(parts, faults.duplicate(), "twice");
        if (faults.reorderMillis() > 0) {
            parts.add("reordered");
        }
        if (faults.bytesPerSecond() > 0) {
            parts.add("%s/s".formatted(bytes(faults.bytesPerSecond())));
        }
        if (faults.slowCloseMillis() > 0) {
            parts.add("slow close");
        }
        return parts;
    }

    private static void addShare(List<String> parts, double share, String word) {
        if (share > 0) {
            parts.add("%s %% %s".formatted(plain(100 * share), word));
        }
    }

    private static String delay(Delay delay) {
        String millis = "+" + plain(delay.millis());
        return (delay.jitterMillis() > 0 ? millis + " ± " + plain(delay.jitterMillis()) : millis) + " ms";
    }

    private static String bytes(long bytes) {
        if (bytes >= 1_000_000) {
            return plain(bytes / 1e6) + " MB";
        }
        return bytes >= 1_000 ? plain(bytes / 1e3) + " kB" : bytes + " B";
    }

    private static String plain(double number) {
        double rounded = Math.rint(10 * number) / 10;
        return format(rounded == Math.rint(rounded) ? "%.0f" : "%.1f", rounded);
    }
}
