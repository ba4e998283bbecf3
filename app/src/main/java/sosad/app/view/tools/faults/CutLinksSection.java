package sosad.app.view.tools.faults;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.view.Controls;
import sosad.app.viewmodel.faults.CutLinksViewModel;
import sosad.model.Link;

/** The links that are cut, each with a button that mends it. */
final class CutLinksSection extends Section {
    private final CutLinksViewModel links;

    CutLinksSection(CutLinksViewModel links) {
        super("Cut links", "Every link is whole.");
        this.links = links;
        links.cut().addListener((ListChangeListener<Link>) change -> refresh());
        links.pastProperty().addListener((property, old, past) -> refresh());
        refresh();
    }

    private void refresh() {
        show(links.cut().stream().map(this::line).toList());
    }

    private HBox line(Link link) {
        Button mend = FaultButton.of(Feather.LINK, "Mend the link " + link, () -> links.mend(link));
        mend.setDisable(links.pastProperty().get());
        Label words = Controls.label("%s → %s".formatted(link.from(), link.to()), "fault-words");
        HBox line = new HBox(mend, words);
        line.getStyleClass().add("fault-line");
        return line;
    }
}
