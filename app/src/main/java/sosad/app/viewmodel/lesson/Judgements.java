package sosad.app.viewmodel.lesson;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import sosad.app.history.History;
import sosad.app.history.Phase;
import sosad.app.history.RunEvent;
import sosad.app.history.ScriptStatus;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Action;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.Scenario.Step;
import sosad.app.viewmodel.lesson.Judgement.Verdict;

/**
 * All expectations of a scenario, in the order in which they stand in its file, and what has become of each in a run;
 * after those of a step what was expected by hand and was judged since it began.
 */
public record Judgements(List<Judgement> all) {
    /** Those of no scenario. */
    public static final Judgements NONE = new Judgements(List.of());

    public Judgements {
        all = List.copyOf(all);
    }

    /** Returns what has become of the scenario's expectations in this run, by what was checked in it. */
    public static Judgements of(Scenario scenario, History history) {
        return new Court(scenario).judge(history);
    }

    /** Returns what a step claims, in words: its expectations, and what its reads are to get. */
    static List<String> claims(Step step) {
        return Stream.concat(step.actions().stream(), step.inFlight().stream())
                .flatMap(action -> claim(action).stream())
                .toList();
    }

    private static Optional<String> claim(Action action) {
        if (action instanceof Action.Expect expect) {
            return Optional.of(expect.expectation().toString());
        }
        return action instanceof Action.Get get ? get.claim() : Optional.empty();
    }

    public int count(Verdict verdict) {
        return (int) all.stream().filter(one -> one.verdict() == verdict).count();
    }

    /** Returns the first one that is not met. */
    public Optional<Judgement> firstNotMet() {
        return all.stream().filter(one -> one.verdict() == Verdict.NOT_MET).findFirst();
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /**
     * Returns how the scenario stands, such as "2 of 9 expectations are not met, the first at T = 4; 3 are to come."
     */
    public String sentence() {
        return summary(all.size() == 1 ? "expectation " : "expectations ") + reservation();
    }

    /** Returns the same in brief, where it is plain what is counted. */
    public String summary() {
        return summary("");
    }

    /** @param noun what is counted, with a blank behind it */
    private String summary(String noun) {
        int notMet = count(Verdict.NOT_MET);
        int met = count(Verdict.MET);
        String rest = rest(Verdict.TO_COME, "to come") + rest(Verdict.NOT_JUDGED, "not judged");
        String judged =
                notMet == 0 && met == all.size() ? allMet(noun) : part(notMet == 0 ? met : notMet, notMet > 0, noun);
        return judged + rest + ".";
    }

    private String allMet(String noun) {
        return all.size() == 1 ? format("The one %sis met", noun) : format("All %d %sare met", all.size(), noun);
    }

    private String part(int count, boolean not, String noun) {
        String first = not
                ? format(
                        count > 1 ? ", the first at T = %d" : ", at T = %d",
                        firstNotMet().orElseThrow().time())
                : "";
        return format(
                "%d of %d %s%s %s%s",
                count, all.size(), noun, count == 1 ? "is" : "are", not ? "not met" : "met", first);
    }

    private String rest(Verdict verdict, String words) {
        int count = count(verdict);
        return count == 0 ? "" : format("; %d %s %s", count, count == 1 ? "is" : "are", words);
    }

    private String reservation() {
        boolean isDoubtful = all.stream().anyMatch(one -> one.reservation().isPresent());
        return isDoubtful ? " The run has left the lesson; they are judged as it went." : "";
    }

    /** Finds the judgement of each claim in a run. */
    private static final class Court {
        private final List<List<Judgement>> steps = new ArrayList<>();
        private int begun;
        private int lastStep;

        /** The places, in this step, of what was checked last, one right after the other. */
        private final List<int[]> lastChecked = new ArrayList<>();

        Court(Scenario scenario) {
            steps.add(new ArrayList<>()); // before the first step
            for (Step step : scenario.steps()) {
                List<Judgement> claims = new ArrayList<>();
                claims(step).forEach(words -> claims.add(new Judgement(step.time(), words)));
                steps.add(claims);
            }
        }

        Judgements judge(History history) {
            for (Snapshot snapshot : history.snapshots()) {
                if (snapshot.begun() > begun) {
                    begun = snapshot.begun();
                    lastStep = snapshot.step();
                }
                if (snapshot.what() instanceof RunEvent.Checked checked) {
                    take(checked, snapshot);
                } else {
                    if (snapshot.what() instanceof RunEvent.StepDone) {
                        lastChecked.forEach(place -> show(place, snapshot));
                    }
                    lastChecked.clear();
                }
            }
            Snapshot present = history.present();
            boolean isLastOver = present.step() > lastStep || present.phase() == Phase.DELIVERED;
            for (int i = 0; i < (isLastOver ? begun + 1 : begun); i++) {
                steps.get(i).replaceAll(Court::over);
            }
            return new Judgements(steps.stream().flatMap(List::stream).toList());
        }

        /** A read that waited may get its answer in a later step. */
        private void take(RunEvent.Checked checked, Snapshot snapshot) {
            for (int step = begun; step >= 0; step--) {
                List<Judgement> claims = steps.get(step);
                for (int i = 0; i < claims.size(); i++) {
                    Judgement claim = claims.get(i);
                    if (claim.verdict() == Verdict.TO_COME && claim.words().equals(checked.expectation())) {
                        claims.set(i, judged(claim, checked, snapshot));
                        lastChecked.add(new int[] {step, i});
                        return;
                    }
                }
            }
            addByHand(checked, snapshot);
        }

        private void addByHand(RunEvent.Checked checked, Snapshot snapshot) {
            List<Judgement> claims = steps.get(begun);
            claims.add(judged(new Judgement(snapshot.time(), checked.expectation()), checked, snapshot));
            lastChecked.add(new int[] {begun, claims.size() - 1});
        }

        private static Judgement judged(Judgement claim, RunEvent.Checked checked, Snapshot snapshot) {
            return new Judgement(
                    snapshot.time(),
                    claim.words(),
                    checked.met() ? Verdict.MET : Verdict.NOT_MET,
                    checked.found(),
                    snapshot.script(),
                    OptionalInt.of(snapshot.index()));
        }

        /** What is checked at the end of a step is shown by its end, when nothing is said to be in flight any more. */
        private void show(int[] place, Snapshot end) {
            Judgement claim = steps.get(place[0]).get(place[1]);
            steps.get(place[0])
                    .set(
                            place[1],
                            new Judgement(
                                    claim.time(),
                                    claim.words(),
                                    claim.verdict(),
                                    claim.found(),
                                    claim.script(),
                                    OptionalInt.of(end.index())));
        }

        private static Judgement over(Judgement claim) {
            return claim.verdict() == Verdict.TO_COME
                    ? new Judgement(
                            claim.time(),
                            claim.words(),
                            Verdict.NOT_JUDGED,
                            "",
                            ScriptStatus.ON_SCRIPT,
                            OptionalInt.empty())
                    : claim;
        }
    }
}
