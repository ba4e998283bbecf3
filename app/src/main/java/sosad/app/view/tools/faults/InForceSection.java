package sosad.app.view.tools.faults;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.fault.ActiveFault;
import sosad.app.lab.live.LiveState;
import sosad.app.view.Controls;
import sosad.app.viewmodel.LinkText;
import sosad.app.viewmodel.LiveViewModel;
import sosad.app.viewmodel.faults.FaultFormViewModel;

/** The faults in force on a live cluster, each with a button that ends it, and a form for the next. */
final class InForceSection extends Section {
    private final LiveViewModel live;
    private final FaultForm form;
    private final Map<ActiveFault, Node> lines = new HashMap<>();
    private List<ActiveFault> shown = List.of();

    InForceSection(LiveViewModel live, FaultFormViewModel fault) {
        super("In force", "No fault is in force. Choose one, or let a plan decide.");
        this.live = live;
        this.form = new FaultForm(fault);
        addAboveTheList(form);
        live.stateProperty().addListener((property, old, state) -> show(state));
    }

    private void show(LiveState state) {
        List<ActiveFault> inForce = state == null ? List.of() : state.faults().inForce();
        if (!inForce.equals(shown)) {
            shown = inForce;
            lines.keySet().retainAll(inForce);
            show(inForce.stream()
                    .map(fault -> lines.computeIfAbsent(fault, this::line))
                    .toList());
        }
    }

    private Node line(ActiveFault fault) {
        String words = LinkText.of(fault.fault(), live.members());
        Button heal = button(Feather.X, "Heal: " + words, () -> live.heal(fault.number()));
        return line(heal, Controls.label(words, "in-force"), fault.fault().words(), fault.by());
    }

    /** Gives the keyboard to the form. */
    void focusForm() {
        form.focusFirst();
    }
}
