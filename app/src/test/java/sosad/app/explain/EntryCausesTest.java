package sosad.app.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sosad.app.explain.RunVariants.Edit;
import sosad.app.explain.RunVariants.Played;
import sosad.app.lab.RandomScenarios;
import sosad.app.scenario.Action;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.Scenario.Step;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Timestamps;

/**
 * The causes that explanations of entries name, on random runs in which much goes wrong: a few, and 1,000 with
 * {@code -Dthorough=true}. A <i>decision</i> of a run is which fate a message that is pushed or synced has (lost, held,
 * delayed or corrupted by its sending, or none), and whether an action of another kind is carried out. A <i>variant</i>
 * makes some decisions otherwise and is played from the start; what the nodes' processes go through (kill, start,
 * pause, resume, skew) and what is sent stay, but where a cause is undone: such a variant may leave out more of both.
 * The <i>outcome</i> is the value, the timestamp and the origin of what the node asked about holds under the key at the
 * end.
 *
 * <ul>
 *   <li><b>Sound</b>: every event that is named has happened by then, see {@link ExplainedRunsTest}.
 *   <li><b>Complete</b>: every variant in which each cause happens, in the same step and with the same contents and
 *       fate, has the outcome of the run.
 *   <li><b>Minimal</b>: for each cause there is a variant with another outcome that undoes this cause, and the
 *       decisions behind no other; it is searched for at random.
 * </ul>
 *
 * <p>Changes carry timestamps of their own: under {@code newest} and {@code average} what else is in a message makes an
 * entry newer. Clients write at nodes, not gateways, whose choice depends on everything before, and there are no reads,
 * whose repairs depend on which answers come first.
 */
class EntryCausesTest {
    private static final boolean THOROUGH = Boolean.getBoolean("thorough");
    private static final int RUNS = THOROUGH ? 1_000 : 12;
    private static final int VARIANTS = 60;
    private static final int TRIES = 2_000;
    private static final int POOLS = 4;
    private static final double[] SHARES = {0.02, 0.05, 0.15, 0.3, 0.5};
    private static final int KEYS = 4;

    static LongStream seeds() {
        return LongStream.iterate(1, seed -> seed + 1)
                .filter(seed -> RandomScenarios.of(seed).cluster().gateways() == 0)
                .limit(RUNS);
    }

    private static RunVariants variants(long seed) {
        return new RunVariants(plain(RandomScenarios.of(seed)));
    }

    /** The same without reads, and with timestamps that do not depend on what else a message carries. */
    static Scenario plain(Scenario scenario) {
        Rules rules = scenario.cluster().rules();
        List<Step> steps = scenario.steps().stream()
                .map(step -> new Step(
                        step.time(),
                        step.title(),
                        step.before(),
                        step.say(),
                        withoutReads(step.actions()),
                        withoutReads(step.inFlight())))
                .toList();
        return new Scenario(scenario.title(), scenario.about(), scenario.cluster(), steps)
                .under(new Rules(rules.content(), Timestamps.PER_KEY, rules.schedule(), rules.startTime()));
    }

    private static List<Action> withoutReads(List<Action> actions) {
        return actions.stream()
                .filter(action -> !(action instanceof Action.Get))
                .toList();
    }

    private static List<Explanation> explanations(RunVariants variants) {
        List<Explanation> all = new ArrayList<>();
        int end = variants.original().run().history().size() - 1;
        for (NodeId node : variants.nodes()) {
            for (int key = 0; key < KEYS; key++) {
                Question question = new Question.OfEntry(node, new Key("k" + key));
                all.add(new Explainer().explain(variants.original().run(), end, question));
            }
        }
        return all;
    }

    private static String outcome(Played played, Explanation answer) {
        Question.OfEntry question = (Question.OfEntry) answer.question();
        return played.outcome(question.at(), question.key());
    }

    private static Set<Edit> some(Collection<Edit> edits, double share, Random chance) {
        Set<Edit> some = new LinkedHashSet<>();
        edits.stream().filter(edit -> chance.nextDouble() < share).forEach(some::add);
        return some;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyVariantInWhichTheCausesHappenHasTheSameOutcome(long seed) {
        RunVariants variants = variants(seed);
        Random chance = new Random(seed);
        List<Explanation> answers = explanations(variants);
        for (int i = 0; i < VARIANTS; i++) {
            Set<Edit> edits = some(variants.edits(), SHARES[i % SHARES.length], chance);
            Played played = variants.play(edits);
            for (Explanation answer : answers) {
                if (hasCauses(played, answer, variants)) {
                    assertThat(outcome(played, answer))
                            .as("%s, causes %s, %s", answer.question(), answer.causes(), edits)
                            .isEqualTo(outcome(variants.original(), answer));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noCauseCanBeLeftOut(long seed) {
        RunVariants variants = variants(seed);
        Random chance = new Random(seed);
        for (Explanation answer : explanations(variants)) {
            for (int cause : answer.causes()) {
                boolean isNeeded = hasOtherOutcomeWithout(cause, answer, variants, chance);
                assertThat(isNeeded)
                        .as(
                                "%s without %s",
                                answer.question(),
                                variants.original().run().history().at(cause).event())
                        .isTrue();
            }
        }
    }

    private static boolean hasCauses(Played played, Explanation answer, RunVariants variants) {
        return played.signatures().containsAll(variants.signatures(answer.causes()));
    }

    private static boolean hasOtherOutcomeWithout(int cause, Explanation answer, RunVariants variants, Random chance) {
        Set<Edit> ofOthers = new HashSet<>();
        answer.causes().stream()
                .filter(other -> other != cause)
                .forEach(other -> ofOthers.addAll(variants.undoing(other)));
        List<Edit> undoing = variants.undoing(cause);
        for (int i = 0; i < TRIES; i++) {
            Set<Edit> edits = new LinkedHashSet<>(Set.of(undoing.get(i % undoing.size())));
            if (i >= undoing.size()) {
                double share = i < 4 * POOLS ? 1 : 0.7;
                Set<Edit> more =
                        switch (i % POOLS) {
                            case 0 -> some(variants.helping(), share, chance);
                            case 1 -> some(variants.losses(), share, chance);
                            case 2 -> some(variants.lastingLosses(), share, chance);
                            default -> some(variants.edits(), SHARES[i % SHARES.length], chance);
                        };
                if (i / POOLS % 2 == 1) {
                    more.addAll(some(variants.ofProcesses(), 0.5, chance));
                }
                if (i / POOLS % 4 > 1) {
                    more.addAll(some(variants.ofSendings(), 0.3, chance));
                }
                more.removeIf(edit -> ofOthers.contains(edit)
                        || ofOthers.stream()
                                .anyMatch(other -> other.site().equals(edit.site()) && edit.kind() == Edit.Kind.DROP));
                edits.addAll(more);
            }
            if (!outcome(variants.play(edits), answer).equals(outcome(variants.original(), answer))) {
                return true;
            }
        }
        return false;
    }
}
