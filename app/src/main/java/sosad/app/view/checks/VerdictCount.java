package sosad.app.view.checks;

import static sosad.model.PlainFormat.format;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import sosad.app.check.CheckVerdict;
import sosad.app.view.Controls;
import sosad.app.viewmodel.checks.ChecksTotals;

/** How many checks have a verdict: {@code 7 held}. */
final class VerdictCount extends HBox {
    private final CheckVerdict verdict;
    private final Label words = Controls.fixedLabel("", "verdict-words");
    private final Label number = Controls.fixedLabel("", "verdict-number");

    VerdictCount(CheckVerdict verdict) {
        this.verdict = verdict;
        getStyleClass().addAll("verdict-count", StateBadge.styleOf(verdict));
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(number, words);
    }

    /**
     * Those that a reader looks for are shown even at zero.
     *
     * @param isCounted whether there is a run to count
     * @param isBrief whether there is room for few words
     */
    void show(ChecksTotals totals, boolean isCounted, boolean isBrief) {
        words.setText(isBrief && verdict == CheckVerdict.BROKEN_AS_PREDICTED ? StateBadge.PREDICTED : verdict.words());
        long count = totals.of(verdict);
        number.setText(format("%,d", count));
        boolean isAlways = verdict == CheckVerdict.HELD || verdict == CheckVerdict.FAILED;
        Controls.show(this, isCounted && (count > 0 || isAlways));
        Controls.state(this, "some", count > 0);
    }
}
