package sosad.app.viewmodel.lesson;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import sosad.app.viewmodel.NextStep;
import sosad.app.viewmodel.PlaybackViewModel;

/**
 * Next and Back for a presenter's remote, which has no other keys: at the end of a bundled lesson Next opens the next
 * lesson, and at the start of one Back opens the lesson before.
 */
public final class RemoteControl {
    private final PlaybackViewModel playback;
    private final OpenerViewModel opener;
    private final BooleanBinding leadsOn;
    private final BooleanBinding leadsBack;
    private final BooleanBinding canGoBack;

    public RemoteControl(PlaybackViewModel playback, OpenerViewModel opener) {
        this.playback = playback;
        this.opener = opener;
        leadsOn = Bindings.createBooleanBinding(
                () -> playback.nextStepProperty().getValue() == NextStep.NOTHING && opener.hasBeside(1),
                playback.nextStepProperty(),
                opener.nameProperty());
        leadsBack = Bindings.createBooleanBinding(
                () -> playback.isAtStartProperty().getValue() && opener.hasBeside(-1),
                playback.isAtStartProperty(),
                opener.nameProperty());
        ObservableValue<Boolean> inLesson = playback.canGoBackProperty();
        canGoBack = Bindings.createBooleanBinding(() -> inLesson.getValue() || leadsBack.get(), inLesson, leadsBack);
    }

    /** Does what comes next in the lesson, or opens the next one. */
    public void next() {
        if (leadsOn.get()) {
            opener.openBeside(1);
        } else {
            playback.next();
        }
    }

    /** Goes back in the lesson, or opens the one before. */
    public void back() {
        if (leadsBack.get()) {
            opener.openBeside(-1);
        } else {
            playback.back();
        }
    }

    /** Returns whether Next opens the next lesson. */
    public ObservableBooleanValue leadsOnProperty() {
        return leadsOn;
    }

    /** Returns whether Back does anything. */
    public ObservableBooleanValue canGoBackProperty() {
        return canGoBack;
    }

    /** Returns whether Back opens the lesson before. */
    public ObservableBooleanValue leadsBackProperty() {
        return leadsBack;
    }
}
