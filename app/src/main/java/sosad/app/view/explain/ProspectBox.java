package sosad.app.view.explain;

import java.util.Locale;
import javafx.scene.text.TextFlow;
import sosad.app.view.Controls;
import sosad.app.viewmodel.explain.WhyAnswer.Prospect;

/** What becomes of what was asked about: red if nothing brings it, green if something will. */
final class ProspectBox extends TextFlow {
    ProspectBox() {
        getStyleClass().addAll("why-box", "prospect-box");
    }

    void show(Prospect prospect) {
        Controls.show(this, !prospect.spans().isEmpty());
        for (Prospect.Kind kind : Prospect.Kind.values()) {
            Controls.state(this, kind.name().toLowerCase(Locale.ROOT), kind == prospect.kind());
        }
        getChildren().clear();
        prospect.spans().forEach(span -> {
            var text = WhyText.text(span);
            text.getStyleClass().add("why-strong");
            getChildren().add(text);
        });
        if (!prospect.rest().isEmpty()) {
            getChildren().add(WhyText.text(" " + prospect.rest(), "why-muted"));
        }
    }
}
