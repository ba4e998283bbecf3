package sosad.app.view.plot;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import sosad.app.viewmodel.plot.OperationPlotViewModel;

/** The keyboard at the operation plot. */
final class PlotKeys {
    private final OperationPlot view;
    private final OperationPlotViewModel plot;

    PlotKeys(OperationPlot view, OperationPlotViewModel plot) {
        this.view = view;
        this.plot = plot;
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown()) {
            return;
        }
        boolean isForward = !key.isShiftDown();
        switch (key.getCode()) {
            case LEFT, RIGHT -> aside(key);
            case UP, DOWN -> plot.chooseInLaneBeside(view.geometry(), key.getCode() == KeyCode.DOWN);
            case PLUS, EQUALS, ADD -> plot.zoom(true);
            case MINUS, SUBTRACT -> plot.zoom(false);
            case DIGIT0, NUMPAD0, HOME -> plot.fit();
            case N -> plot.chooseBeside(view.geometry(), isForward, true);
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void aside(KeyEvent key) {
        boolean isLater = key.getCode() == KeyCode.RIGHT;
        if (key.isShiftDown()) {
            plot.pan(isLater);
        } else {
            plot.chooseBeside(view.geometry(), isLater, false);
        }
    }
}
