package sosad.app.view.stage;

import java.util.ArrayList;
import java.util.List;
import sosad.app.explain.Question;
import sosad.app.scenario.Action;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.ScenarioWriter;
import sosad.app.view.StageActions;
import sosad.model.NodeId;

/** Notes what the user wanted and does nothing. */
final class NotedActions implements StageActions {
    final List<String> wanted = new ArrayList<>();

    @Override
    public void handle(long id, MessageAction action) {
        String more = "";
        if (action instanceof MessageAction.DelayBy delay) {
            more = " " + delay.steps();
        } else if (action instanceof MessageAction.Reorder reorder) {
            more = " to " + reorder.place();
        } else if (action instanceof MessageAction.Trim trim) {
            more = " " + trim.keys();
        }
        wanted.add(action.kind().word() + " " + id + more);
    }

    @Override
    public void act(Action action) {
        wanted.add(ScenarioWriter.line(action).replaceAll("\\W*node\\W*|}", " ").strip());
    }

    @Override
    public void why(Question question) {
        wanted.add("why " + question);
    }

    @Override
    public void askAsClient(NodeId node) {
        wanted.add("client " + node);
    }

    @Override
    public void copyCommand(NodeId node) {
        wanted.add("copy " + node);
    }
}
