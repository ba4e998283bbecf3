package sosad.app.view.stage.message;

import javafx.beans.binding.BooleanExpression;
import javafx.scene.input.MouseEvent;

/** Lets chips be dragged along their row, one at a time. */
final class FlightDrag {
    private final FlightRow row;
    private final BooleanExpression locked;
    private double pressedAt;
    private FlightChip dragged;

    FlightDrag(FlightRow row, BooleanExpression locked) {
        this.row = row;
        this.locked = locked;
    }

    /** Lets {@code chip} be dragged; a click without a drag does {@code open}. */
    void attach(FlightChip chip, Runnable open) {
        chip.setOnMousePressed(press -> {
            chip.requestFocus();
            pressedAt = x(press);
            press.consume();
        });
        chip.setOnMouseDragged(move -> moved(chip, move));
        chip.setOnMouseReleased(release -> released());
        chip.setOnMouseClicked(click -> {
            if (click.isStillSincePress()) {
                open.run();
            }
        });
    }

    private void moved(FlightChip chip, MouseEvent move) {
        boolean givenUp = Double.isNaN(pressedAt);
        if (locked.get() || givenUp || move.isStillSincePress()) {
            return;
        }
        dragged = chip;
        chip.dragged(true);
        chip.setTranslateX(x(move) - pressedAt);
        row.markAt(chip, place());
        move.consume();
    }

    private void released() {
        if (dragged != null) {
            FlightChip chip = dragged;
            int place = place();
            giveUp();
            row.drop(chip, place);
        }
    }

    /** Puts the chip that is being dragged back where it was; says whether one was. */
    boolean giveUp() {
        if (dragged == null) {
            return false;
        }
        dragged.dragged(false);
        dragged.setTranslateX(0);
        dragged = null;
        pressedAt = Double.NaN;
        row.unmark();
        return true;
    }

    private int place() {
        return row.placeAt(dragged, dragged.getLayoutX() + dragged.getWidth() / 2 + dragged.getTranslateX());
    }

    private double x(MouseEvent event) {
        return row.sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
    }
}
