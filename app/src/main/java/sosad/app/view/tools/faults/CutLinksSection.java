package sosad.app.view.tools.faults;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.view.Controls;
import sosad.app.viewmodel.faults.FaultsViewModel;
import sosad.model.Link;

/** The links that are cut, each with a button that mends it. */
final class CutLinksSection extends Section {
    private final FaultsViewModel faults;

    CutLinksSection(FaultsViewModel faults) {
        super("Cut links", "Every link is whole.");
        this.faults = faults;
        faults.cut().addListener((ListChangeListener<Link>) change -> refresh());
        faults.lockedProperty().subscribe(this::refresh);
        refresh();
    }

    private void refresh() {
        show(faults.cut().stream().map(this::line).toList());
    }

    private HBox line(Link link) {
        Button mend = button(Feather.LINK, "Mend the link " + link, () -> faults.mend(link));
        mend.setDisable(faults.lockedProperty().get());
        return line(mend, Controls.label("%s → %s".formatted(link.from(), link.to()), "fault-words"), "", "");
    }
}
