package sosad.app.viewmodel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import sosad.app.history.History;
import sosad.app.lab.live.LiveState;
import sosad.app.scenario.Scenario;
import sosad.app.supervisor.Health;
import sosad.model.NodeId;

/**
 * Everything the lab told since the last time somebody looked, in one immutable piece.
 *
 * @param opening what is being started, if nothing stands since
 * @param meanwhile what can be shown until then: the record of the run that is being repeated
 * @param opened the scenario of a cluster that has come to stand
 * @param history the newest history
 * @param live what a live cluster shows besides
 * @param healths what the supervisor thinks of the processes, if that has changed
 * @param failures what failed, oldest first
 * @param lines lines for the log, oldest first
 */
record LabUpdate(
        Optional<String> opening,
        Optional<History> meanwhile,
        Optional<Scenario> opened,
        Optional<History> history,
        Optional<LiveState> live,
        Optional<Map<NodeId, Health>> healths,
        List<Banner> failures,
        List<String> lines) {
    LabUpdate {
        healths = healths.map(Map::copyOf);
        failures = List.copyOf(failures);
        lines = List.copyOf(lines);
    }
}
