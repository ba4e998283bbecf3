package sosad.app.view.window;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import sosad.app.view.Controls;
import sosad.app.viewmodel.lesson.Markdown;

/**
 * Markdown on screen.
 *
 * @param openLink opens a web page
 */
record MarkdownText(Consumer<String> openLink) {
    private static final double INDENT = 18;
    private static final double MARKER = 22;

    /** Returns what shows this part. */
    Region of(Markdown.Block block) {
        if (block instanceof Markdown.Heading heading) {
            TextFlow flow = flow(heading.spans());
            flow.getStyleClass().addAll("told-heading", "told-heading-" + Math.min(heading.level(), 3));
            return flow;
        } else if (block instanceof Markdown.Listing listing) {
            Label lines = Controls.label(listing.text(), "told-listing");
            lines.setWrapText(true);
            lines.setMaxWidth(Double.MAX_VALUE);
            lines.setMinHeight(Region.USE_PREF_SIZE);
            return lines;
        } else if (block instanceof Markdown.Grid grid) {
            return table(grid);
        }
        Markdown.Paragraph paragraph = (Markdown.Paragraph) block;
        return paragraph.depth() == 0 ? flow(paragraph.spans()) : indented(paragraph);
    }

    private Region indented(Markdown.Paragraph paragraph) {
        TextFlow flow = flow(paragraph.spans());
        HBox.setHgrow(flow, Priority.ALWAYS);
        HBox marker = new HBox(text(paragraph.marker(), Markdown.Style.PLAIN));
        marker.setMinWidth(MARKER);
        HBox line = new HBox(marker, flow);
        line.setPadding(new Insets(0, 0, 0, INDENT * (paragraph.depth() - 1)));
        return line;
    }

    private Region table(Markdown.Grid grid) {
        GridPane table = new GridPane();
        table.getStyleClass().add("told-table");
        for (int row = 0; row < grid.rows().size(); row++) {
            List<List<Markdown.Span>> cells = grid.rows().get(row);
            for (int column = 0; column < cells.size(); column++) {
                TextFlow cell = flow(cells.get(column));
                cell.getStyleClass().add(row == 0 ? "told-head" : "told-cell");
                GridPane.setValignment(cell, VPos.BASELINE);
                table.add(cell, column, row);
            }
        }
        return table;
    }

    private TextFlow flow(List<Markdown.Span> spans) {
        TextFlow flow = new TextFlow();
        spans.forEach(span -> flow.getChildren().add(node(span)));
        return flow;
    }

    private Node node(Markdown.Span span) {
        return span.link()
                .<Node>map(address -> link(span.text(), address))
                .orElseGet(() -> text(span.text(), span.style()));
    }

    private Hyperlink link(String text, String address) {
        Hyperlink link = new Hyperlink(text);
        link.getStyleClass().add("told-link");
        link.setOnAction(event -> openLink.accept(address));
        Controls.name(link, text + ", " + address, address);
        return link;
    }

    /** Returns a piece of text. */
    static Text text(String text, Markdown.Style style) {
        Text node = new Text(text);
        node.getStyleClass()
                .add(
                        switch (style) {
                            case PLAIN -> "told";
                            case BOLD -> "told-bold";
                            case EMPHASIS -> "told-emphasis";
                            case CODE -> "told-code";
                        });
        return node;
    }
}
