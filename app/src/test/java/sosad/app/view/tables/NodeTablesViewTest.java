package sosad.app.view.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
        view = new NodeTablesView(() -> false, null);
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

    @Test
    void rowsLineUpWhateverDiesComesBackAndIsWiped(FxRobot robot) {
        MemoryRun four = new MemoryRun(Rules.DOCUMENT, "A", "B", "C", "D");
        four.step(2, null).put("A", "k", "v").put("A", "l", "v").put("B", "k", "w");
        List<Consumer<MemoryRun>> course = List.of(
                run -> {},
                run -> run.kill("A"),
                run -> run.kill("C"),
                run -> run.start("A"),
                run -> run.put("D", "m", "v"),
                run -> run.start("C"),
                run -> run.kill("B"),
                run -> run.put("A", "n", "v"),
                run -> run.start("B"),
                run -> run.kill("D"),
                run -> run.start("D"));
        for (Consumer<MemoryRun> next : course) {
            next.accept(four);
            robot.interact(() -> {
                view.show(NodeTable.of(four.present(), Optional.empty()));
                view.applyCss();
                view.layout();
            });
            robot.interact(() -> {
                view.applyCss();
                view.layout();
            });
            // a memory node that is started again comes back empty: it was wiped
            List<List<Double>> places = IntStream.range(0, 4)
                    .filter(node -> four.present().nodes().get(node).hasProcess())
                    .mapToObj(this::rowPlaces)
                    .map(rows -> rows.subList(0, 7))
                    .distinct()
                    .toList();
            assertThat(places).as(four.present().what().toString()).hasSize(1);
        }
    }

    /** The places of the rows and of what follows them. */
    private List<Double> rowPlaces(int node) {
        Node list = (Node) view.getContent().lookupAll(".lines").toArray()[node];
        return list.lookupAll(".line-cell").stream()
                .filter(cell -> !((ListCell<?>) cell).isEmpty())
                .map(Node::getLayoutY)
                .sorted()
                .limit(7)
                .toList();
    }
}
