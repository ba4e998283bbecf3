package sosad.app.view;

import java.util.List;
import java.util.Optional;
import sosad.app.cluster.ReplicaCluster;
import sosad.app.play.LabActor;
import sosad.app.scenario.ScenarioReader;
import sosad.app.testing.Scenarios;

/** Opens the window on bare replicas, without processes: for working on the window itself. */
public final class Preview {
    private Preview() {}

    public static void main(String[] arguments) {
        Gui.launch(new Opening(
                listener ->
                        new LabActor((plan, itsListener) -> new ReplicaCluster(plan.nodes(), plan.rules()), listener),
                List.copyOf(Scenarios.bundled()),
                ScenarioReader::read,
                Optional.empty()));
    }
}
