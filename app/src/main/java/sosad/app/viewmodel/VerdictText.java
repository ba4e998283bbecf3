package sosad.app.viewmodel;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sosad.app.lab.live.Verdict;
import sosad.app.lab.live.Verdict.Forecast;

/**
 * The verdict on a live cluster in words.
 *
 * @param kind how it stands
 * @param inFull all of it
 * @param inShort the most important part of it
 * @param sentence all of it, with what it means
 */
public record VerdictText(Kind kind, String inFull, String inShort, String sentence) {
    private static final String MEANING = " What the rules alone lead to from here, if nothing goes wrong any more.";

    /** The state of a cluster. */
    public enum Kind {
        /** The nodes hold the same. */
        AGREE,
        /** They do not, but will. */
        HEALING,
        /** There are entries on which they never will. */
        APART,
        /** They do not hold the same, and what becomes of that is not known. */
        OPEN
    }

    /** Returns nothing as long as there is nothing to say. */
    public static Optional<VerdictText> of(Verdict verdict) {
        if (verdict.differ().isEmpty()) {
            return verdict.whyNone().isEmpty()
                    ? Optional.empty()
                    : Optional.of(text(Kind.OPEN, "not compared: " + verdict.whyNone(), "not compared", verdict));
        }
        if (verdict.entries() == 0) {
            return Optional.empty();
        }
        if (verdict.isAgreement()) {
            String since = "agree since " + duration(verdict.forMillis());
            return Optional.of(text(Kind.AGREE, since, since, verdict));
        }
        int differ = verdict.forecast()
                .map(Forecast::differing)
                .filter(then -> then > 0)
                .orElse(verdict.differ().getAsInt());
        String count = format("%,d of %s", differ, Counted.of(Math.max(differ, verdict.entries()), "entry"));
        String differs = count + (differ == 1 ? " differs" : " differ");
        String brief = format("%,d of %,d differ", differ, Math.max(differ, verdict.entries()));
        if (!verdict.whyNone().isEmpty()) {
            return Optional.of(text(Kind.OPEN, differs + "; not judged: " + verdict.whyNone(), brief, verdict));
        }
        return Optional.of(verdict.forecast()
                .filter(forecast -> forecast.differing() > 0)
                .map(forecast -> text(
                        forecast.never() > 0 ? Kind.APART : forecast.open() > 0 ? Kind.OPEN : Kind.HEALING,
                        differs + "; " + words(forecast),
                        brief + (forecast.never() > 0 ? format(", %,d for ever", forecast.never()) : ""),
                        verdict))
                .orElseGet(() -> text(Kind.OPEN, differs + "; being judged", brief, verdict)));
    }

    private static String words(Forecast forecast) {
        if (forecast.healed() == forecast.differing()) {
            return "syncs will heal " + (forecast.differing() == 1 ? "it" : "all of them");
        }
        if (forecast.never() == forecast.differing()) {
            return "syncs will never heal " + (forecast.differing() == 1 ? "it" : "them");
        }
        List<String> parts = new ArrayList<>();
        if (forecast.healed() > 0) {
            parts.add(format("syncs will heal %,d of them", forecast.healed()));
        }
        if (forecast.never() > 0) {
            parts.add(format(parts.isEmpty() ? "syncs will never heal %,d of them" : "%,d never", forecast.never()));
        }
        if (forecast.open() > 0) {
            parts.add(format("%,d may be under way", forecast.open()));
        }
        return String.join(", ", parts);
    }

    private static VerdictText text(Kind kind, String full, String brief, Verdict verdict) {
        String without = verdict.without().isEmpty()
                ? ""
                : " · without "
                        + String.join(
                                ", ",
                                verdict.without().stream()
                                        .map(one -> one.split(" ", 2)[0])
                                        .toList());
        String why = verdict.without().isEmpty()
                ? ""
                : " Left out, as their state is not known: %s.".formatted(String.join(", ", verdict.without()));
        String meaning = verdict.forecast().isPresent() ? MEANING : "";
        String since = kind == Kind.AGREE ? "" : ", for " + duration(verdict.forMillis());
        return new VerdictText(
                kind, full + without, brief + without, "The nodes: " + full + since + "." + meaning + why);
    }

    /** Such as {@code 3.2 s} or {@code 2 min 5 s}. */
    static String duration(long millis) {
        long seconds = millis / 1_000;
        return seconds < 60
                ? String.format(Locale.ROOT, "%.1f s", millis / 1_000.0)
                : format("%,d min %d s", seconds / 60, seconds % 60);
    }
}
