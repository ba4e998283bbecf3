package sosad.app.view.explain;

import javafx.scene.control.Button;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
import sosad.app.viewmodel.explain.BandChoice;
import sosad.app.viewmodel.explain.HealingBandViewModel;

/** The switch of the band that says from which moments a run still heals: off, all keys, the key asked about. */
public final class BandSwitch extends Button {
    private final HealingBandViewModel band;

    public BandSwitch(HealingBandViewModel band) {
        this.band = band;
        getStyleClass().addAll("quiet", "band-switch");
        setMinWidth(USE_PREF_SIZE);
        setOnAction(click -> band.chooseNext());
        band.choiceProperty().subscribe(choice -> refresh());
        band.noteProperty().subscribe(note -> refresh());
    }

    private void refresh() {
        BandChoice choice = band.choiceProperty().get();
        String note = band.noteProperty().get();
        setText("heals? " + choice.words() + (note.isEmpty() ? "" : " · " + note));
        Controls.name(
                this,
                "Heals? " + choice.words(),
                "From which moments on the run still heals: off, all keys, or the key asked about (%s)"
                        .formatted(Keys.HEALING.display()));
    }
}
