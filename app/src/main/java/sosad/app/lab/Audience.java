package sosad.app.lab;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import sosad.app.history.History;
import sosad.app.lab.live.LiveState;
import sosad.app.scenario.Scenario;
import sosad.app.supervisor.Health;
import sosad.model.NodeId;

/**
 * Several listeners to one lab; each is told everything, in the order given here.
 *
 * @param listeners who listens
 */
public record Audience(List<Lab.Listener> listeners) implements Lab.Listener {
    public Audience {
        listeners = List.copyOf(listeners);
    }

    /** These listeners. */
    public static Audience of(Lab.Listener... listeners) {
        return new Audience(List.of(listeners));
    }

    private void tell(Consumer<Lab.Listener> what) {
        listeners.forEach(what);
    }

    @Override
    public void opening(Scenario scenario, String what, Optional<History> meanwhile) {
        tell(listener -> listener.opening(scenario, what, meanwhile));
    }

    @Override
    public void opened(Scenario scenario, History history) {
        tell(listener -> listener.opened(scenario, history));
    }

    @Override
    public void happened(History history) {
        tell(listener -> listener.happened(history));
    }

    @Override
    public void lived(History history, LiveState state) {
        tell(listener -> listener.lived(history, state));
    }

    @Override
    public void healthChanged(Map<NodeId, Health> healths) {
        tell(listener -> listener.healthChanged(healths));
    }

    @Override
    public void failed(String what, String remedy) {
        tell(listener -> listener.failed(what, remedy));
    }

    @Override
    public void logged(String line) {
        tell(listener -> listener.logged(line));
    }
}
