package sosad.app.replay;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.TreeSet;
import sosad.app.replay.StretchReplay.Outcome;
import sosad.record.RecordReplay.Difference;
import sosad.record.StateLines;

/** The evidence of a replay that differs: what was done last, what differs, and both states. */
public final class DifferenceText {
    private DifferenceText() {}

    /**
     * Writes it as text.
     *
     * @param outcome with a difference
     */
    public static void write(Outcome outcome, Writer out) throws IOException {
        Difference found = outcome.difference().orElseThrow();
        out.write(outcome.line() + "\n");
        out.write("the last input that was replayed: "
                + found.after().map(last -> last.input().toString()).orElse("none") + "\n");
        Map<String, String> replayed = StateLines.of(found.replayed());
        if (found.recorded().isPresent()) {
            Map<String, String> recorded = StateLines.of(found.recorded().get());
            out.write("\nwhat differs, of the node (-) and of the core (+):\n");
            TreeSet<String> places = new TreeSet<>(recorded.keySet());
            places.addAll(replayed.keySet());
            for (String place : places) {
                if (!recorded.getOrDefault(place, "").equals(replayed.getOrDefault(place, ""))) {
                    line(out, "- " + place, recorded);
                    line(out, "+ " + place, replayed);
                }
            }
            write("\nthe state of the node:\n", recorded, out);
        } else {
            out.write("\nthe record has no state of the node at this input\n");
        }
        write("\nthe state of the core:\n", replayed, out);
    }

    private static void line(Writer out, String place, Map<String, String> state) throws IOException {
        String there = state.get(place.substring(2));
        out.write(place + " = " + (there == null ? "nothing" : there) + "\n");
    }

    private static void write(String title, Map<String, String> state, Writer out) throws IOException {
        out.write(title);
        for (Map.Entry<String, String> line : state.entrySet()) {
            out.write(line.getKey() + " = " + line.getValue() + "\n");
        }
    }
}
