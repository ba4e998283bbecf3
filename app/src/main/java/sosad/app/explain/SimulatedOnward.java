package sosad.app.explain;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import sosad.app.history.Message;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.lab.FairEnd;
import sosad.app.lab.SimulatedRun;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.protocol.Content;
import sosad.protocol.Rules;

/** A run in steps that was repeated up to the moment. */
final class SimulatedOnward implements Onward {
    private final SimulatedRun run;
    private final int event;

    /**
     * @param run the run there
     * @param event the moment
     */
    SimulatedOnward(SimulatedRun run, int event) {
        this.run = run.copy();
        this.event = event;
        this.run.makeWhole();
    }

    @Override
    public FairEnd syncFairly(Rules rules, Function<FairEnd, ObjIntConsumer<Content>> arrivals) {
        return run.syncFairly(rules, arrivals);
    }

    @Override
    public Optional<Message> bringing(NodeId at, Key key) {
        List<Snapshot> then = run.history().snapshots();
        for (int id = then.size() - 1; id > event; id--) {
            if (then.get(id).what() instanceof RunEvent.Delivered delivered
                    && delivered.message().to().equals(at)
                    && delivered.applied().stream()
                            .anyMatch(entry -> entry.key().equals(key))) {
                return Optional.of(delivered.message());
            }
        }
        return Optional.empty();
    }
}
