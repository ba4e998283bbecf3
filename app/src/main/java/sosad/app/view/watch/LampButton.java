package sosad.app.view.watch;

import static sosad.model.PlainFormat.format;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import sosad.app.view.Controls;
import sosad.app.view.LazyTooltip;
import sosad.app.viewmodel.watch.ReviewViewModel;
import sosad.app.watch.Invariant;
import sosad.app.watch.Lamp;

/**
 * A lamp for each invariant, by shape and colour. A click on one that was broken shows the first moment of that; the
 * button itself, or a click on another, lists all in words. Where there is little room, the worst one stands for all.
 */
final class LampButton extends Button {
    private final ReviewViewModel model;
    private final Map<Invariant, Label> lamps = new EnumMap<>(Invariant.class);
    private final HBox row = new HBox();
    private final FontIcon worst = Controls.icon(Feather.CIRCLE);
    private final ContextMenu menu = new ContextMenu();
    private Lamp clicked;

    LampButton(ReviewViewModel model) {
        this.model = model;
        getStyleClass().addAll("quiet", "lamp-button");
        row.getStyleClass().add("lamps");
        row.setAlignment(Pos.CENTER);
        for (Invariant invariant : Invariant.values()) {
            Label lamp = Controls.label("", "lamp");
            lamp.setGraphic(Controls.icon(Feather.CIRCLE));
            lamps.put(invariant, lamp);
            row.getChildren().add(lamp);
        }
        setGraphic(row);
        addEventFilter(MouseEvent.MOUSE_PRESSED, pressed -> clicked = null);
        setOnAction(event -> act());
        model.lampsProperty().subscribe(this::show);
    }

    /** Shows one for all, or each. */
    void setCompact(boolean compact) {
        if (compact != (getGraphic() == worst)) {
            setGraphic(compact ? worst : row);
        }
    }

    private void act() {
        Lamp wanted = clicked;
        clicked = null;
        if (wanted != null && wanted.firstBroken().isPresent()) {
            model.show(wanted);
        } else {
            menu.show(this, Side.BOTTOM, 0, 0);
        }
    }

    private void show(List<Lamp> now) {
        menu.getItems().setAll(now.stream().map(this::item).toList());
        for (Lamp lamp : now) {
            Label label = lamps.get(lamp.invariant());
            style(label.getGraphic(), lamp);
            label.setOnMousePressed(pressed -> clicked = lamp);
            // The button has the one tooltip: a lamp's own would be hidden by it.
            label.setOnMouseEntered(
                    entered -> LazyTooltip.of(this).setText(lamp.invariant().title() + ": " + model.words(lamp)));
            label.setOnMouseExited(exited -> LazyTooltip.of(this).setText(summary(now)));
        }
        now.stream()
                .max((one, other) -> Integer.compare(weight(one), weight(other)))
                .ifPresent(lamp -> style(worst, lamp));
        Controls.name(this, summary(now), summary(now) + " Each shows the moment that broke it first.");
    }

    private static int weight(Lamp lamp) {
        return switch (lamp.state()) {
            case UNTESTED -> 0;
            case HOLDS -> 1;
            case BROKEN -> lamp.invariant().isAlways() ? 3 : 2;
        };
    }

    private static void style(Node icon, Lamp lamp) {
        boolean isBug = lamp.state() == Lamp.State.BROKEN && lamp.invariant().isAlways();
        ((FontIcon) icon)
                .setIconCode(
                        switch (lamp.state()) {
                            case UNTESTED -> Feather.CIRCLE;
                            case HOLDS -> Feather.CHECK_CIRCLE;
                            case BROKEN -> isBug ? Feather.X_OCTAGON : Feather.ALERT_TRIANGLE;
                        });
        Controls.state(icon, "untested", lamp.state() == Lamp.State.UNTESTED);
        Controls.state(icon, "holds", lamp.state() == Lamp.State.HOLDS);
        Controls.state(icon, "apart", lamp.state() == Lamp.State.BROKEN && !isBug);
        Controls.state(icon, "bug", isBug);
    }

    private MenuItem item(Lamp lamp) {
        MenuItem item = Controls.item(lamp.invariant().title() + ": " + model.words(lamp), () -> model.show(lamp));
        FontIcon icon = Controls.icon(Feather.CIRCLE);
        style(icon, lamp);
        item.setGraphic(icon);
        item.setDisable(lamp.firstBroken().isEmpty());
        return item;
    }

    private String summary(List<Lamp> now) {
        String broken = now.stream()
                .filter(lamp -> lamp.state() == Lamp.State.BROKEN)
                .map(lamp -> "“" + lamp.invariant().title() + "”")
                .collect(Collectors.joining(", "));
        long holding =
                now.stream().filter(lamp -> lamp.state() == Lamp.State.HOLDS).count();
        long untested =
                now.stream().filter(lamp -> lamp.state() == Lamp.State.UNTESTED).count();
        return (broken.isEmpty() ? "" : "Not so now: " + broken + ". ")
                + format("%d of %d statements about the run hold", holding, now.size())
                + (untested == 0 ? "." : format(", %d not tested yet.", untested));
    }
}
