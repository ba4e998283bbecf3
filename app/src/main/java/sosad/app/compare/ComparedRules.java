package sosad.app.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import sosad.protocol.EnumNames;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;

/**
 * Rules under which a row of the comparison runs.
 *
 * @param name the switches by which they differ from the usual ones, such as {@code remote-now, newest}
 * @param rules the rules
 */
public record ComparedRules(String name, Rules rules) {
    private static final long START_TIME = 1;

    /** The four content rules, and those in which the document's other optimizations are tried. */
    public static final List<ComparedRules> USUAL = usual();

    private static List<ComparedRules> usual() {
        List<ComparedRules> all = new ArrayList<>(of(List.of(Content.values())));
        all.add(of(Content.REMOTE_NOW, Timestamps.NEWEST, Schedule.TOGETHER));
        all.add(of(Content.REMOTE_NOW, Timestamps.AVERAGE, Schedule.TOGETHER));
        all.add(of(Content.PER_KEY, Timestamps.PER_KEY, Schedule.ROLLING));
        return List.copyOf(all);
    }

    /** These content rules alone, each with a timestamp for each key and syncs to all peers. */
    public static List<ComparedRules> of(Collection<Content> contents) {
        return contents.stream()
                .distinct()
                .map(content -> of(content, Timestamps.PER_KEY, Schedule.TOGETHER))
                .toList();
    }

    private static ComparedRules of(Content content, Timestamps timestamps, Schedule schedule) {
        StringBuilder name = new StringBuilder(EnumNames.of(content));
        if (timestamps != Timestamps.PER_KEY) {
            name.append(", ").append(EnumNames.of(timestamps));
        }
        if (schedule != Schedule.TOGETHER) {
            name.append(", ").append(EnumNames.of(schedule));
        }
        return new ComparedRules(name.toString(), new Rules(content, timestamps, schedule, START_TIME));
    }
}
