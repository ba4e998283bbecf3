package sosad.app.view;

import java.util.function.DoubleConsumer;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.util.Duration;

/** Everything that moves on the stage, at no more than 30 frames a second. */
public final class Animator {
    private static final double FRAMES_PER_SECOND = 30;
    private static final double TRAVEL_MILLIS = 500;
    private static final double FADE_MILLIS = 250;
    private static final double FAINT = 0.3;

    /** The part of its way that a message travels at once, so that the first frame shows that it moves. */
    private static final double FIRST_STEP = 0.02;

    public final BooleanProperty animated = new SimpleBooleanProperty(this, "animated", true);
    public final DoubleProperty speed = new SimpleDoubleProperty(this, "speed", 1);

    /** Shows or hides a node; one that was hidden fades in. */
    public void show(Node node, boolean visible) {
        if (visible && !node.isVisible()) {
            fadeIn(node);
        }
        node.setVisible(visible);
    }

    private void fadeIn(Node node) {
        if (!animated.get()) {
            node.setOpacity(1);
            return;
        }
        node.setOpacity(FAINT); // to be seen in the first frame already
        new Timeline(
                        FRAMES_PER_SECOND,
                        new KeyFrame(
                                millis(FADE_MILLIS), new KeyValue(node.opacityProperty(), 1, Interpolator.EASE_OUT)))
                .play();
    }

    /** Calls {@code position} with 0 to 1 while a message travels, then {@code arrived}. */
    public Timeline travel(DoubleConsumer position, Runnable arrived) {
        SimpleDoubleProperty way = new SimpleDoubleProperty(FIRST_STEP);
        position.accept(FIRST_STEP);
        way.addListener((property, old, now) -> position.accept(now.doubleValue()));
        Timeline timeline = new Timeline(
                FRAMES_PER_SECOND,
                new KeyFrame(
                        millis(TRAVEL_MILLIS), end -> arrived.run(), new KeyValue(way, 1, Interpolator.EASE_BOTH)));
        timeline.play();
        return timeline;
    }

    private Duration millis(double millis) {
        return Duration.millis(millis / Math.max(0.01, speed.get()));
    }
}
