package sosad.app.view.tools;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import sosad.app.history.SentByKind;
import sosad.app.history.SentByKind.Sum;
import sosad.app.history.SentCounts;
import sosad.app.history.text.MessageText;
import sosad.app.history.text.SentText;
import sosad.app.view.Controls;
import sosad.wire.FrameKind;

/**
 * What nodes have sent each other in the step and in the run, a row for each kind of which there was any in the run.
 */
final class SentTable extends GridPane {
    private static final List<ToLongFunction<Sum>> FIGURES = List.of(Sum::messages, Sum::entries, Sum::bytes);

    private final Row all = new Row("all", 1);
    private final Map<FrameKind, Row> rows = new EnumMap<>(FrameKind.class);

    SentTable() {
        getStyleClass().add("sent-table");
        setAccessibleRole(AccessibleRole.TEXT);
        addRow(0, head("step / run"), head("messages"), head("entries"), head("bytes"));
        int row = 2;
        for (FrameKind kind : FrameKind.MESSAGES) {
            rows.put(kind, new Row(MessageText.kind(kind), row++));
        }
        show(SentCounts.NOTHING);
    }

    private static Label head(String text) {
        Label head = Controls.fixedLabel(text, "head");
        setHalignment(head, text.contains("/") ? HPos.LEFT : HPos.RIGHT);
        return head;
    }

    void show(SentCounts sent) {
        SentByKind step = sent.step();
        all.show(step.total(), sent.run().total());
        rows.forEach((kind, row) -> {
            row.show(step.of(kind), sent.run().of(kind));
            row.setVisible(sent.run().kinds().containsKey(kind));
        });
        setAccessibleText(SentText.of(sent));
    }

    /** The figures of one kind. */
    private final class Row {
        private final Label name;
        private final List<Label> figures = new ArrayList<>();

        Row(String word, int row) {
            name = Controls.fixedLabel(word, "kind");
            add(name, 0, row);
            for (int i = 0; i < FIGURES.size(); i++) {
                Label figure = Controls.fixedLabel("", "figure");
                setHalignment(figure, HPos.RIGHT);
                add(figure, 1 + i, row);
                figures.add(figure);
            }
        }

        void show(Sum step, Sum run) {
            for (int i = 0; i < FIGURES.size(); i++) {
                ToLongFunction<Sum> figure = FIGURES.get(i);
                figures.get(i).setText(format("%,d / %,d", figure.applyAsLong(step), figure.applyAsLong(run)));
            }
        }

        void setVisible(boolean visible) {
            Controls.show(name, visible);
            figures.forEach(figure -> Controls.show(figure, visible));
        }
    }
}
