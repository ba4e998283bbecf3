package sosad.app.explain.report;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sosad.app.explain.Explainer;
import sosad.app.explain.Explanation;
import sosad.app.explain.Question;
import sosad.app.golden.Golden;
import sosad.app.history.RunEvent;
import sosad.app.lab.PlayedRun;
import sosad.app.lab.SimulatedRun;
import sosad.app.scenario.BundledScenarios;
import sosad.model.Key;
import sosad.model.NodeId;

/** What Why says of each lesson: of what is lacked after each step, and of everything at the end. */
class GoldenWhyTest {
    @ParameterizedTest
    @MethodSource("sosad.app.scenario.BundledScenarios#names")
    void aLessonIsExplainedAsEver(String name) {
        SimulatedRun run = SimulatedRun.of(BundledScenarios.load(name));
        run.playAll();
        PlayedRun played = run.played();
        int steps = run.present().step();
        StringBuilder text = new StringBuilder();
        for (int step = 1; step <= steps; step++) {
            text.append("Step ").append(step).append("\n\n");
            int event = played.endOfStep(step).orElseThrow();
            for (NodeId node : played.scenario().cluster().nodes()) {
                for (Key key : keys(played, event)) {
                    Explanation answer = new Explainer().explain(played, event, new Question.OfEntry(node, key));
                    if (!answer.isCurrent() || step == steps) {
                        text.append(text(answer, played)).append('\n');
                    }
                }
            }
        }
        for (NodeId node : played.scenario().cluster().nodes()) {
            played.scenario().cluster().nodes().stream()
                    .filter(peer -> !peer.equals(node))
                    .forEach(peer -> text.append(text(
                                    new Explainer()
                                            .explain(
                                                    played,
                                                    played.history().size() - 1,
                                                    new Question.OfRow(node, peer)),
                                    played))
                            .append('\n'));
        }
        Golden.assertSame("why/" + name, text.toString());
    }

    private static SortedSet<Key> keys(PlayedRun played, int event) {
        SortedSet<Key> keys = new TreeSet<>();
        for (int id = 0; id <= event; id++) {
            if (played.history().at(id).what() instanceof RunEvent.Wrote wrote) {
                keys.add(wrote.entry().key());
            }
        }
        return keys;
    }

    private static String text(Explanation answer, PlayedRun played) {
        return new WhyReport(answer, played.history(), Optional.empty()).in(WhyFormat.TEXT);
    }
}
