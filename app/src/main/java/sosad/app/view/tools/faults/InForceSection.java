package sosad.app.view.tools.faults;

import static sosad.model.PlainFormat.format;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.fault.ActiveFault;
import sosad.app.fault.FaultSnapshot;
import sosad.app.lab.live.LiveState;
import sosad.app.view.Controls;
import sosad.app.viewmodel.LinkText;
import sosad.app.viewmodel.LiveViewModel;
import sosad.app.viewmodel.faults.FaultFormViewModel;

/**
 * The faults in force on a live cluster, the newest first, each with a button that ends it, and a form for the next;
 * those that were over at once leave a line.
 */
final class InForceSection extends Section {
    private static final String HEADING = "In force";

    private final LiveViewModel live;
    private final FaultForm form;
    private final Map<ActiveFault, Node> lines = new HashMap<>();
    private List<ActiveFault> shown = List.of();

    InForceSection(LiveViewModel live, FaultFormViewModel fault) {
        super(HEADING, "No fault is in force. Choose one, or let a plan decide.");
        this.live = live;
        this.form = new FaultForm(fault);
        addAboveTheList(form);
        live.stateProperty().addListener((property, old, state) -> show(state));
    }

    /** The newest come first, those that were over at once among them. */
    private void show(LiveState state) {
        FaultSnapshot faults = state == null ? FaultSnapshot.NONE : state.faults();
        List<ActiveFault> now = Stream.concat(faults.inForce().stream(), faults.over().stream())
                .sorted(Comparator.comparingLong(ActiveFault::number).reversed())
                .toList();
        if (!now.equals(shown)) {
            shown = now;
            lines.keySet().retainAll(now);
            int count = faults.inForce().size();
            setHeading(count == 0 ? HEADING : format("%s · %d", HEADING, count));
            show(now.stream()
                    .map(fault -> lines.computeIfAbsent(fault, this::line))
                    .toList());
        }
    }

    private Node line(ActiveFault fault) {
        String words = LinkText.of(fault.fault(), live.members());
        if (fault.fault().isMomentary()) {
            Label done = Controls.label(words, "in-force", "muted");
            String more = format("%s, at %.1f s, over at once", fault.by(), fault.sinceMillis() / 1_000.0);
            return line(Controls.label("", "fault-over"), done, fault.fault().words() + " (" + more + ")", more);
        }
        Button heal = button(Feather.X, "Heal: " + words, () -> live.heal(fault.number()));
        return line(heal, Controls.label(words, "in-force"), fault.fault().words(), fault.by());
    }

    /** Gives the keyboard to the form. */
    void focusForm() {
        form.focusFirst();
    }
}
