package sosad.app.view.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sosad.app.history.MemoryRun;
import sosad.app.testing.OnFx;
import sosad.app.viewmodel.NodeTable;
import sosad.protocol.Rules;

class NodeTablesViewTest {
    private static final int NODES = 26;

    private final MemoryRun run = new MemoryRun(
            Rules.DOCUMENT,
            IntStream.range(0, NODES)
                    .mapToObj(node -> Character.toString('A' + node))
                    .toArray(String[]::new));
    private NodeTablesView view;
    private Stage window;

    @BeforeEach
    void show() {
        OnFx.run(() -> {
            view = new NodeTablesView(() -> false);
            window = OnFx.show(view, 540, 300);
        });
        showPresent();
    }

    @AfterEach
    void close() {
        OnFx.run(window::close);
    }

    private void showPresent() {
        OnFx.run(() -> {
            view.show(NodeTable.of(run.present(), Optional.empty()));
            OnFx.settle(view);
        });
    }

    private String summary(int node) {
        return OnFx.get(
                () -> ((Label) view.getContent().lookupAll(".node-summary").toArray()[node]).getText());
    }

    @Test
    void aColumnOutOfSightIsDrawnWhenItIsScrolledTo() {
        run.step(2, null).put("A", "k", "v").put("Z", "k", "v");
        showPresent();
        assertThat(summary(0)).isEqualTo("1 entry");
        assertThat(summary(NODES - 1)).isEqualTo("no entries");
        OnFx.run(() -> {
            view.setHvalue(1);
            OnFx.settle(view);
        });
        assertThat(summary(NODES - 1)).isEqualTo("1 entry");
    }
}
