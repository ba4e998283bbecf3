package sosad.app.view.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
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
}
