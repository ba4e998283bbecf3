package sosad.app.view.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sosad.app.history.MemoryRun;
import sosad.app.testing.OnFx;
import sosad.protocol.Rules;

/** Nodes may have names of seven letters; on their cards they stand apart from what is beside them. */
class LongNamesTest {
    private static final double GAP = 3;

    private StagePane stage;

    @AfterEach
    void close() {
        OnFx.run(() -> stage.getScene().getWindow().hide());
    }

    @Test
    void namesOfSevenLettersStandApartOnCardsOfAllForms() {
        MemoryRun run = new MemoryRun(Rules.DOCUMENT, "alabama", "bermuda", "cordoba")
                .step(2, null)
                .put("alabama", "waffle", "yoda")
                .push("alabama");
        OnFx.run(() -> {
            stage = new StagePane();
            stage.animatedProperty().set(false);
            OnFx.show(new Pane(stage), 1000, 600);
            stage.snapshotProperty().set(run.present());
        });
        int grids = 0;
        for (int width = 420; width <= 900; width += 60) {
            for (int height = 160; height <= 460; height += 30) {
                grids += gridsIn(width, height);
            }
        }
        assertThat(grids)
                .as("cards whose rows stand in columns under the peers' names")
                .isPositive();
    }

    private int gridsIn(int width, int height) {
        return OnFx.get(() -> {
            stage.resize(width, height);
            OnFx.settle(stage);
            OnFx.settle(stage);
            for (Node card : stage.lookupAll(".stage-card")) {
                List<Text> texts = texts(card);
                for (Text one : texts) {
                    texts.stream().filter(other -> other != one).forEach(other -> assertThat(areApart(one, other))
                            .as(
                                    "\"%s\" and \"%s\" on a stage of %d by %d",
                                    one.getText(), other.getText(), width, height)
                            .isTrue());
                }
            }
            return (int) stage.lookupAll(".peer-grid").stream()
                    .filter(grid -> grid.isVisible() && grid.getParent().isVisible())
                    .count();
        });
    }

    private static List<Text> texts(Node node) {
        List<Text> found = new ArrayList<>();
        if (node.isVisible() && node instanceof Text text && !text.getText().isBlank()) {
            found.add(text);
        } else if (node.isVisible() && node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(texts(child)));
        }
        return found;
    }

    private static Bounds box(Text text) {
        return text.localToScene(text.getLayoutBounds());
    }

    private static boolean areApart(Text one, Text other) {
        Bounds a = box(one);
        Bounds b = box(other);
        boolean sameLine = a.getMinY() + 2 < b.getMaxY() && b.getMinY() + 2 < a.getMaxY();
        boolean bringGap = one.getText().startsWith(" ") || other.getText().startsWith(" ");
        double gap = bringGap ? 0 : GAP;
        return !sameLine || a.getMaxX() + gap <= b.getMinX() || b.getMaxX() + gap <= a.getMinX();
    }
}
