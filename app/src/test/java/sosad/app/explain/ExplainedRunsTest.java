package sosad.app.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sosad.app.history.Snapshot;
import sosad.app.lab.PlayedRun;
import sosad.app.lab.RandomScenarios;
import sosad.app.lab.SimulatedRun;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;

/** Every question about random runs has an answer whose sentences are short and about events that have happened. */
class ExplainedRunsTest {
    private static final int RUNS = Boolean.getBoolean("thorough") ? 1_000 : 12;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, RUNS);
    }

    static List<Question> questions(Snapshot snapshot) {
        List<Question> questions = new ArrayList<>();
        List<NodeId> nodes = snapshot.nodes().stream().map(node -> node.id()).toList();
        for (NodeId node : nodes) {
            for (int key = 0; key < 4; key++) {
                questions.add(new Question.OfEntry(node, new Key("k" + key)));
            }
            for (NodeId peer : nodes) {
                if (!peer.equals(node)) {
                    questions.add(new Question.OfRow(node, peer));
                    questions.add(new Question.OfLink(new Link(node, peer)));
                }
            }
        }
        snapshot.messages().forEach(message -> questions.add(new Question.OfMessage(message.id())));
        return questions;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyQuestionIsAnsweredAboutEventsThatHaveHappened(long seed) {
        SimulatedRun run = SimulatedRun.of(RandomScenarios.of(seed));
        run.playAll();
        PlayedRun played = run.played();
        int size = played.history().size();
        for (int event : new int[] {size - 1, size / 2, (int) (seed % size)}) {
            for (Question question : questions(played.history().at(event))) {
                Explanation answer = new Explainer().explain(played, event, question);
                assertThat(answer.events()).as("%s", question).allMatch(id -> id >= 0 && id <= event);
                assertThat(answer.events()).containsAll(answer.causes());
                assertThat(answer.because()).isNotEmpty().allMatch(sentence -> answer.events()
                        .containsAll(sentence.events()));
            }
        }
    }
}
