package sosad.app.view.stage.read;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Dimension2D;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import sosad.app.history.ClientRead;
import sosad.app.history.ClientRead.Answer;
import sosad.app.history.text.Isolated;
import sosad.app.history.text.Sentences;
import sosad.app.view.Controls;
import sosad.app.view.LazyTooltip;
import sosad.model.Value;
import sosad.protocol.EnumNames;
import sosad.protocol.Reads.ReadMode;

/** The reads of a step at a node, a line for each of the last ones: what the client asked, and what it got. */
final class ReadChip extends VBox {
    private static final int MAX_LINES = 2;
    private static final int MAX_CHARACTERS = 14;

    private final LazyTooltip tooltip = LazyTooltip.of(this);
    private List<ClientRead> reads = List.of();
    private Form form = Form.FULL;

    /** How much a chip says. */
    enum Form {
        /** Question and answer. */
        FULL,
        /** The answers alone. */
        ANSWERS,
        /** The last answer alone. */
        LAST,
        /** That a client was there. */
        ICON
    }

    ReadChip() {
        getStyleClass().add("stage-read");
        setAccessibleRole(AccessibleRole.TEXT);
    }

    void show(List<ClientRead> newReads) {
        if (!newReads.equals(reads)) {
            reads = List.copyOf(newReads);
            String words = reads.stream().map(Sentences::of).collect(Collectors.joining("\n"));
            setAccessibleText(words);
            tooltip.setText(words);
            build();
        }
    }

    /** Returns how large it is in this form, which it has from now on. */
    Dimension2D size(Form newForm) {
        if (newForm != form) {
            form = newForm;
            build();
        }
        applyCss();
        return new Dimension2D(Math.ceil(prefWidth(-1)), Math.ceil(prefHeight(-1)));
    }

    private void build() {
        int most = form == Form.FULL || form == Form.ANSWERS ? MAX_LINES : 1;
        int first = Math.max(0, reads.size() - most);
        List<Node> lines = new ArrayList<>();
        reads.subList(first, reads.size()).forEach(read -> lines.add(line(read, lines.isEmpty() ? first : 0)));
        getChildren().setAll(lines);
        Controls.state(this, "stale", reads.stream().anyMatch(ClientRead::isStale));
    }

    /** @param before how many reads there were before it that have no line */
    private HBox line(ClientRead read, int before) {
        FontIcon client = FontIcon.of(Feather.USER);
        client.getStyleClass().add("stage-client");
        HBox line = new HBox(client);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("line");
        if (form == Form.FULL) {
            String word = read.mode() == ReadMode.LOCAL ? "get" : EnumNames.of(read.mode());
            line.getChildren()
                    .add(Controls.fixedLabel(word + " " + shortened(read.key().text()), "asked"));
        }
        if (form != Form.ICON) {
            line.getChildren().add(Controls.fixedLabel(got(read), got(read, "got")));
        }
        if (read.isStale() && form != Form.ICON) {
            line.getChildren().add(Controls.fixedLabel("stale", "stale"));
        }
        if (before > 0) {
            line.getChildren().add(Controls.fixedLabel(format("+%d", before), "more"));
        }
        return line;
    }

    private static String got(ClientRead read, String style) {
        return read.answer() instanceof Answer.Failed ? "failed" : style;
    }

    private static String got(ClientRead read) {
        if (read.answer() instanceof Answer.Got got) {
            return got.value().map(Value::text).map(ReadChip::value).orElse("nothing");
        }
        return read.isAwaited() ? "…" : "no answer";
    }

    private static String value(String text) {
        return text.isEmpty() ? "\"\"" : Isolated.of(shortened(text.replaceAll("\\s", " ")));
    }

    private static String shortened(String text) {
        int characters = text.codePointCount(0, text.length());
        return characters <= MAX_CHARACTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_CHARACTERS - 1)) + "…";
    }
}
