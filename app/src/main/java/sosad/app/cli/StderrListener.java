package sosad.app.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import sosad.app.history.History;
import sosad.app.lab.Lab;
import sosad.app.lab.live.LiveState;
import sosad.app.scenario.Scenario;
import sosad.app.supervisor.Health;
import sosad.model.NodeId;

/**
 * Says on one stream what has failed in a lab that nobody watches.
 *
 * @param isEnding whether the program has been told to end; what fails then is no news
 */
record StderrListener(PrintWriter err, BooleanSupplier isEnding) implements Lab.Listener {
    @Override
    public void failed(String what, String remedy) {
        if (!isEnding.getAsBoolean()) {
            err.println("sosad: " + what);
            err.flush();
        }
    }

    @Override
    public void opening(Scenario scenario, String what, Optional<History> meanwhile) {
        // Whoever steers it knows.
    }

    @Override
    public void opened(Scenario scenario, History history) {
        // Whoever steers it knows.
    }

    @Override
    public void happened(History history) {
        // Whoever wants to know looks.
    }

    @Override
    public void lived(History history, LiveState state) {
        // Whoever wants to know looks.
    }

    @Override
    public void healthChanged(Map<NodeId, Health> healths) {
        // Whoever wants to know looks.
    }

    @Override
    public void logged(String line) {
        // What matters of it fails.
    }
}
