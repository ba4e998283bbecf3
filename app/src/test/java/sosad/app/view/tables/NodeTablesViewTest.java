package sosad.app.view.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import sosad.app.history.MemoryRun;
import sosad.app.viewmodel.tables.NodeTable;
import sosad.protocol.Rules;

@ExtendWith(ApplicationExtension.class)
class NodeTablesViewTest {
    private static final int NODES = 26;

    private final MemoryRun run = new MemoryRun(
            Rules.DOCUMENT,
            IntStream.range(0, NODES)
                    .mapToObj(node -> Character.toString('A' + node))
                    .toArray(String[]::new));
    private NodeTablesView view;

    @Start
    void start(Stage stage) {
        view = new NodeTablesView(() -> false);
        stage.setScene(new Scene(view));
        stage.setWidth(540);
        stage.setHeight(300);
        stage.show();
        showPresent();
    }

    private void showPresent() {
        view.show(NodeTable.of(run.present(), Optional.empty()));
        view.layout();
    }

    private String summary(int node) {
        return ((Label) view.getContent().lookupAll(".node-summary").toArray()[node]).getText();
    }

    @Test
    void aColumnOutOfSightIsDrawnWhenItIsScrolledTo(FxRobot robot) {
        run.step(2, null).put("A", "k", "v").put("Z", "k", "v");
        robot.interact(this::showPresent);
        assertThat(summary(0)).isEqualTo("1 entry");
        assertThat(summary(NODES - 1)).isEqualTo("no entries");
        robot.interact(() -> view.setHvalue(1));
        assertThat(summary(NODES - 1)).isEqualTo("1 entry");
    }

    @Test
    void theRowsOfANodeThatCameBackLineUpWithTheOthers(FxRobot robot) {
        MemoryRun three =
                new MemoryRun(Rules.DOCUMENT, "A", "B", "C").step(2, null).put("A", "k", "v");
        for (int i = 0; i < 3; i++) {
            int moment = i;
            robot.interact(() -> {
                MemoryRun now = moment == 0 ? three : moment == 1 ? three.kill("A") : three.start("A");
                view.show(NodeTable.of(now.present(), Optional.empty()));
                view.applyCss();
                view.layout();
            });
        }
        robot.interact(() -> {
            view.applyCss();
            view.layout();
        });
        assertThat(rowPlaces(0)).hasSize(5).isEqualTo(rowPlaces(1));
    }

    /** The places of the rows and of what follows them. */
    private List<Double> rowPlaces(int node) {
        Node list = (Node) view.getContent().lookupAll(".lines").toArray()[node];
        return list.lookupAll(".line-cell").stream()
                .filter(cell -> !((ListCell<?>) cell).isEmpty())
                .map(Node::getLayoutY)
                .sorted()
                .limit(5)
                .toList();
    }
}
