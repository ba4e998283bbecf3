package sosad.app.viewmodel.lesson;

import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import sosad.app.history.Phase;
import sosad.app.history.Snapshot;
import sosad.app.viewmodel.Banner;
import sosad.app.viewmodel.LabStatus;
import sosad.app.viewmodel.LabViewModel;
import sosad.app.viewmodel.PlaybackViewModel;
import sosad.app.viewmodel.Script;

/**
 * What is said to those who do not see the window: each step as it stands in flight and as it is over, and each banner.
 */
public final class Announcements {
    private final LabViewModel lab;
    private final PlaybackViewModel playback;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private String step = "";

    public Announcements(LabViewModel lab, PlaybackViewModel playback) {
        this.lab = lab;
        this.playback = playback;
        lab.shownProperty().addListener((property, old, snapshot) -> sayStep());
        lab.statusProperty().addListener((property, old, status) -> sayStep());
        lab.bannerProperty().addListener((property, old, banner) -> {
            if (banner != null) {
                say(banner);
            }
        });
    }

    /** Says this, too. */
    public void say(String words) {
        text.set(words);
    }

    private void say(Banner banner) {
        String offer =
                banner.offers().stream().map(it -> " " + it.label() + "?").collect(Collectors.joining());
        text.set((banner.what() + " " + banner.remedy() + offer).strip());
    }

    /** While messages arrive one by one, and while a cluster is live, nothing is said again. */
    private void sayStep() {
        Snapshot shown = lab.shownProperty().get();
        if (shown == null || lab.statusProperty().get() != LabStatus.READY || shown.phase() == Phase.ACTING) {
            return;
        }
        String now = shown.isLive() ? "The cluster is live." : words(shown);
        if (!now.equals(step)) {
            step = now;
            text.set(now);
        }
    }

    private String words(Snapshot shown) {
        String past = lab.pastProperty().get() ? "The past: " : "";
        String position = playback.positionProperty().getValue().replace(" · ", ", ");
        Optional<String> title = Script.step(
                        lab.scenarioProperty().get(), lab.historyProperty().get(), shown)
                .flatMap(it -> it.title());
        return past + "T = " + shown.time() + " " + position + "."
                + title.map(it -> " " + it + ".").orElse("");
    }

    /** Returns what was said last. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }
}
