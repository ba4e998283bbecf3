package sosad.app.sweep;

import static sosad.model.PlainFormat.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Puts the parts of one sweep together. */
public final class SweepMerge {
    private SweepMerge() {}

    /**
     * Returns the sweep that one run over all seeds of {@code parts} would have been, whatever their order.
     *
     * @param parts at least one
     * @throws SweepException if they are not of one sweep, or a seed is missing or stands in two of them
     */
    public static Sweep of(List<SweepFile> parts) {
        List<SweepFile> sorted = parts.stream()
                .sorted(Comparator.comparingLong(part -> part.sweep().seeds().first()))
                .toList();
        SweepFile before = sorted.get(0);
        NavigableMap<Long, JsonNode> runs = new TreeMap<>(before.sweep().runs());
        for (SweepFile part : sorted.subList(1, sorted.size())) {
            checkSame(before, part);
            checkFollows(before, part);
            runs.putAll(part.sweep().runs());
            before = part;
        }
        Sweep first = sorted.get(0).sweep();
        return new Sweep(first.command(), first.version(), first.settings(), runs);
    }

    private static void checkSame(SweepFile one, SweepFile other) {
        checkSame(
                one, other, "the command", one.sweep().command(), other.sweep().command());
        checkSame(
                one, other, "the version", one.sweep().version(), other.sweep().version());
        Map<String, String> ofOne = one.sweep().settings();
        Map<String, String> ofOther = other.sweep().settings();
        Set<String> names = new LinkedHashSet<>(ofOne.keySet());
        names.addAll(ofOther.keySet());
        names.forEach(name -> checkSame(
                one, other, name, ofOne.getOrDefault(name, "not given"), ofOther.getOrDefault(name, "not given")));
    }

    private static void checkSame(SweepFile one, SweepFile other, String what, String ofOne, String ofOther) {
        if (!ofOne.equals(ofOther)) {
            throw new SweepException(format(
                    "%s and %s are not of one sweep: %s is %s and %s", one.path(), other.path(), what, ofOne, ofOther));
        }
    }

    private static void checkFollows(SweepFile before, SweepFile part) {
        long expected = before.sweep().seeds().last() + 1;
        long first = part.sweep().seeds().first();
        if (first < expected) {
            throw new SweepException(format(
                    "seed %d stands in two files, %s (%s) and %s (%s)",
                    first,
                    before.path(),
                    before.sweep().seeds(),
                    part.path(),
                    part.sweep().seeds()));
        }
        if (first > expected) {
            throw new SweepException(format(
                    "seeds %s are missing between %s (%s) and %s (%s)",
                    new SeedRange(expected, first - 1),
                    before.path(),
                    before.sweep().seeds(),
                    part.path(),
                    part.sweep().seeds()));
        }
    }
}
