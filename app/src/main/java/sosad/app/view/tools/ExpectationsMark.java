package sosad.app.view.tools;

import static sosad.model.PlainFormat.format;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
import sosad.app.viewmodel.lesson.ExpectationsViewModel;
import sosad.app.viewmodel.lesson.Judgement.Verdict;
import sosad.app.viewmodel.lesson.Judgements;

/** The mark on the expectations' tab: how many are met, or, once one is not, how many are not. */
final class ExpectationsMark {
    static final String NAME = "Expectations";

    private ExpectationsMark() {}

    /** Keeps the mark on this tab. */
    static void on(ToggleButton tab, ExpectationsViewModel model) {
        Label mark = Controls.label("", "expectations-mark");
        tab.setGraphic(mark);
        tab.setContentDisplay(ContentDisplay.RIGHT);
        model.judgementsProperty().subscribe(judgements -> show(tab, mark, judgements));
    }

    private static void show(ToggleButton tab, Label mark, Judgements judgements) {
        int notMet = judgements.count(Verdict.NOT_MET);
        int met = judgements.count(Verdict.MET);
        boolean isBroken = notMet > 0;
        // Its room is kept while there is nothing to say.
        mark.setVisible(notMet + met > 0);
        mark.setText(format("%d", isBroken ? notMet : met));
        mark.setGraphic(Controls.icon(isBroken ? Feather.X : Feather.CHECK));
        Controls.style(mark, "unmet", isBroken);
        String words = isBroken ? format(", %d not met", notMet) : met > 0 ? format(", %d met", met) : "";
        Controls.name(tab, NAME + words, NAME + words + " (" + Keys.EXPECTATIONS.display() + ")");
    }
}
