package sosad.app.view.checks;

import static sosad.model.PlainFormat.format;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.check.CheckVerdict;
import sosad.app.check.suite.CheckOutcome;
import sosad.app.view.Controls;
import sosad.app.viewmodel.checks.CheckState;

/** How far a check is, or its verdict, by shape, word and colour. */
final class StateBadge extends Label {
    /** What is short for "broken as the rule predicts". */
    static final String PREDICTED = "predicted";

    private static final int PERCENT = 100;

    StateBadge() {
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().setAll("label", "state-badge");
    }

    /** @param isBrief whether there is room for few words */
    void show(CheckState state, boolean isBrief) {
        Optional<CheckVerdict> verdict =
                state.outcome().map(CheckOutcome::result).map(result -> result.verdict());
        setText(
                isBrief
                                && verdict.filter(CheckVerdict.BROKEN_AS_PREDICTED::equals)
                                        .isPresent()
                        ? PREDICTED
                        : words(state));
        setGraphic(verdict.map(one -> Controls.icon(icon(one))).orElse(null));
        setVisible(!getText().isEmpty());
        getStyleClass().setAll("label", "state-badge", styleOf(state));
    }

    /** Returns the state in a word or two. */
    static String words(CheckState state) {
        return switch (state.stage()) {
            case NOT_RUN -> "";
            case WAITING -> "waiting";
            case RUNNING -> format("%d %%", Math.round(PERCENT * state.share()));
            case NOT_REACHED -> "not reached";
            case DONE ->
                state.outcome()
                        .map(CheckOutcome::result)
                        .map(result -> words(result.verdict()))
                        .orElse("");
        };
    }

    private static String words(CheckVerdict verdict) {
        return verdict == CheckVerdict.BROKEN_AS_PREDICTED ? "broken as predicted" : verdict.words();
    }

    private static String styleOf(CheckState state) {
        return state.outcome()
                .map(CheckOutcome::result)
                .map(result -> styleOf(result.verdict()))
                .orElse(state.stage() == CheckState.Stage.RUNNING ? "running" : "idle");
    }

    /** Returns the style class of a verdict. */
    static String styleOf(CheckVerdict verdict) {
        return verdict == CheckVerdict.BROKEN_AS_PREDICTED
                ? PREDICTED
                : verdict.name().toLowerCase(Locale.ROOT);
    }

    /** Returns the shape of a verdict. */
    static Feather icon(CheckVerdict verdict) {
        return switch (verdict) {
            case HELD -> Feather.CHECK;
            case BROKEN_AS_PREDICTED -> Feather.ALERT_TRIANGLE;
            case FAILED -> Feather.X;
            case INCONCLUSIVE -> Feather.HELP_CIRCLE;
            case SKIPPED -> Feather.SKIP_FORWARD;
        };
    }
}
