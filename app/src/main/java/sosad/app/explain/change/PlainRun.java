package sosad.app.explain.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sosad.app.scenario.ClusterPlan;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.Scenario.Step;
import sosad.protocol.Rules;
import sosad.protocol.Update;

/**
 * A run in plain words: everything that was done and had an effect, without gateways, standing rules and reads that ask
 * other nodes, and with each message named by what it is.
 *
 * @param title the title of the scenario
 * @param cluster the nodes and their rules, without gateways
 * @param steps the steps
 * @param sent the messages that were sent, by what they are
 * @param held those that are held in the end
 */
record PlainRun(
        String title,
        ClusterPlan cluster,
        List<PlainStep> steps,
        Map<MessageRef, SentMessage> sent,
        List<MessageRef> held) {
    PlainRun {
        held = List.copyOf(held);
        steps = List.copyOf(steps);
        sent = Map.copyOf(sent);
    }

    /**
     * A message as it was sent.
     *
     * @param step the index of the step
     * @param event the event of its sending
     * @param ordinal its place, from 1, among those of its kind on its link in that step
     * @param isOnly whether there is no other of these
     */
    record SentMessage(Update update, int step, int event, int ordinal, boolean isOnly) {}

    PlainRun with(int step, PlainStep other) {
        List<PlainStep> others = new ArrayList<>(steps);
        others.set(step, other);
        return new PlainRun(title, cluster, others, sent, held);
    }

    PlainRun under(Rules rules) {
        return new PlainRun(title, cluster.under(rules), steps, sent, held);
    }

    /** Returns the run's steps with nothing in them. */
    Scenario empty() {
        List<Step> empty = steps.stream()
                .map(step ->
                        new Step(step.time(), step.title(), Optional.empty(), Optional.empty(), List.of(), List.of()))
                .toList();
        return new Scenario(title, Optional.empty(), cluster, empty);
    }
}
