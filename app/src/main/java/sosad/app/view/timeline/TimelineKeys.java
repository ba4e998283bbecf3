package sosad.app.view.timeline;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import sosad.app.diagram.TimeDirection;
import sosad.app.diagram.Viewport;

/**
 * The keyboard at the time line. Along time the arrow keys go from moment to moment, and with Shift they move the
 * diagram; across it they go from event to event, of which each lights what led to it and followed.
 */
final class TimelineKeys {
    private static final double SHARE = 0.2;

    private final TimelineView view;

    TimelineKeys(TimelineView view) {
        this.view = view;
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        view.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    /** What is typed into the search would be typed after it was opened. */
    private void typed(KeyEvent key) {
        if (view.isShowing() && key.getCharacter().equals("/")) {
            key.consume();
            view.find();
        }
    }

    private void pressed(KeyEvent key) {
        if (!view.isShowing() || key.isShortcutDown() || key.isAltDown()) {
            return;
        }
        if (key.getCode().isArrowKey()) {
            arrow(key);
        } else if (!other(key)) {
            return;
        }
        key.consume();
    }

    private void arrow(KeyEvent key) {
        boolean isRight = view.viewport().direction() == TimeDirection.RIGHT;
        boolean isAlong = isRight == (key.getCode() == KeyCode.LEFT || key.getCode() == KeyCode.RIGHT);
        int step = key.getCode() == KeyCode.RIGHT || key.getCode() == KeyCode.DOWN ? 1 : -1;
        if (key.isShiftDown()) {
            Viewport now = view.viewport();
            double far = step * SHARE * (isAlong ? now.length() : now.breadth());
            view.look(now.moved(isAlong ? far : 0, isAlong ? 0 : far));
        } else if (isAlong) {
            view.select(view.shownIndex() + step);
        } else {
            view.focusBeside(step);
        }
    }

    private boolean other(KeyEvent key) {
        switch (key.getCode()) {
            case HOME -> view.select(0);
            case END -> view.showPresent();
            case ESCAPE -> {
                if (!view.endLights()) {
                    view.showPresent();
                }
            }
            case ENTER -> view.selectFocused();
            case PLUS, EQUALS, ADD -> view.zoom(true);
            case MINUS, SUBTRACT -> view.zoom(false);
            case DIGIT0, NUMPAD0, F -> view.fit();
            case N -> view.search().go(key.isShiftDown() ? -1 : 1);
            case T -> view.turn();
            default -> {
                return false;
            }
        }
        return true;
    }
}
