package sosad.app.view.stage.message;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.scenario.TrafficRule;
import sosad.app.scenario.TrafficRule.Treatment;
import sosad.app.view.Controls;
import sosad.model.NodeId;
import sosad.protocol.EnumNames;
import sosad.wire.FrameKind;

/** Asks what is to be done from now on to every message like this one: a rule, in the words of the rules. */
final class LikeThisForm extends VBox {
    private static final int MAX_EVERY = 20;

    private final ObjectProperty<Treatment> treatment;
    private final ObjectProperty<Like> like;
    private final ObjectProperty<Integer> every = new SimpleObjectProperty<>(1);
    private final ObjectProperty<Integer> steps;
    private final ComboBox<Treatment> first;

    /** What other messages have in common with this one. */
    private record Like(Optional<NodeId> from, Optional<NodeId> to, Optional<FrameKind> kind) {
        TrafficRule rule(int every, Treatment treatment, int steps) {
            return new TrafficRule(from, to, kind, every, treatment, treatment == Treatment.DELAY ? steps : 0);
        }

        /** Such as {@code every push on B → A}. */
        String words() {
            return rule(1, Treatment.HOLD, 0).toString().substring("hold ".length());
        }
    }

    LikeThisForm(Message message, Consumer<TrafficRule> chosen) {
        getStyleClass().add("stage-form");
        treatment = new SimpleObjectProperty<>(treatment(message));
        steps = new SimpleObjectProperty<>(Math.max(1, message.stepsLeft()));
        List<Like> likes = likes(message);
        like = new SimpleObjectProperty<>(likes.get(0));
        first = Controls.choice(
                "Do",
                "What is done to the messages",
                FXCollections.observableArrayList(Treatment.values()),
                EnumNames::of,
                treatment);
        ComboBox<Integer> delay = Controls.choice(
                "Steps", "For how many steps", upTo(TrafficRule.MAX_STEPS), n -> "by " + TrafficRule.steps(n), steps);
        treatment.subscribe(now -> Controls.show(delay, now == Treatment.DELAY));
        ComboBox<Like> which = Controls.choice(
                "Like this",
                "What they have in common with this one",
                FXCollections.observableArrayList(likes),
                Like::words,
                like);
        ComboBox<Integer> nth = Controls.choice(
                "Which",
                "Which of these messages",
                upTo(MAX_EVERY),
                n -> n == 1 ? "each of them" : "every %s of them".formatted(TrafficRule.ordinal(n)),
                every);
        Button set = Controls.button("Set rule", Feather.PLUS, "", () -> chosen.accept(rule()));
        set.getStyleClass().add("accent");
        for (ObjectProperty<?> part : List.of(treatment, like, every, steps)) {
            part.subscribe(now -> Controls.name(set, "Set rule", "From now on: " + rule()));
        }
        getChildren()
                .addAll(
                        Controls.fixedLabel("From now on, to messages as they are sent:", "question"),
                        line(first, delay),
                        line(which),
                        line(nth, set));
    }

    private static FlowPane line(Node... controls) {
        FlowPane line = new FlowPane(controls);
        line.getStyleClass().add("handlings");
        return line;
    }

    private static ObservableList<Integer> upTo(int most) {
        return FXCollections.observableArrayList(
                IntStream.rangeClosed(1, most).boxed().toList());
    }

    /** Returns what was done to the message itself, if something was. */
    private static Treatment treatment(Message message) {
        if (message.fate() == Fate.LOST || message.fate() == Fate.DISCARDED) {
            return Treatment.LOSE;
        } else if (message.corrupt()) {
            return Treatment.CORRUPT;
        } else if (message.isDelayed()) {
            return Treatment.DELAY;
        }
        return message.copies() > 1 ? Treatment.DUPLICATE : Treatment.HOLD;
    }

    private static List<Like> likes(Message message) {
        Optional<NodeId> from = Optional.of(message.from());
        Optional<NodeId> to = Optional.of(message.to());
        Optional<FrameKind> kind = Optional.of(message.kind());
        return List.of(
                new Like(from, to, kind),
                new Like(from, to, Optional.empty()),
                new Like(from, Optional.empty(), kind),
                new Like(from, Optional.empty(), Optional.empty()),
                new Like(Optional.empty(), to, kind),
                new Like(Optional.empty(), to, Optional.empty()),
                new Like(Optional.empty(), Optional.empty(), kind),
                new Like(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private TrafficRule rule() {
        return like.get().rule(every.get(), treatment.get(), steps.get());
    }

    /** Focuses the first control of the form. */
    @Override
    public void requestFocus() {
        first.requestFocus();
    }
}
