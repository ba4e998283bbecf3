package sosad.app.view.stage.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.explain.Question;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Action;
import sosad.app.view.Askable;
import sosad.app.view.Controls;
import sosad.app.view.NodeColours;
import sosad.app.view.StageActions;
import sosad.app.view.WhyButton;
import sosad.model.Link;

/**
 * Cuts and mends the link between two nodes, in both directions or in one; of a live cluster it leads to its faults.
 */
public final class LinkForm extends StageForm implements Askable {
    private final StageActions actions;
    private final Runnable done;
    private final List<Link> directions;
    private final List<Way> ways = new ArrayList<>();
    private final Button cut =
            Controls.button("Cut both ways", Feather.SCISSORS, "", () -> change(this::cut, both(whole())));
    private final Button mend =
            Controls.button("Mend both ways", Feather.LINK, "", () -> change(this::mend, both(broken())));
    private Snapshot snapshot;

    /** The controls of one direction. */
    private record Way(Link link, Label state, Button change, Button why, Button faults) {}

    /**
     * @param link its direction comes first
     * @param faults opens what is done to a live link
     * @param done called when something was chosen
     */
    public LinkForm(Link link, StageActions actions, Consumer<Link> faults, Runnable done) {
        super("Link %s – %s".formatted(link.from(), link.to()), Set.of(link.from(), link.to()));
        this.actions = actions;
        this.done = done;
        directions = List.of(link, link.back());
        GridPane grid = new GridPane();
        grid.getStyleClass().add("ways");
        for (Link direction : directions) {
            Way way = way(direction, faults);
            ways.add(way);
            Label name = Controls.fixedLabel("%s → %s".formatted(direction.from(), direction.to()), "way-name");
            name.getStyleClass().add(NodeColours.styleClass(direction.from()));
            grid.addRow(ways.size() - 1, name, way.state(), way.change(), way.why(), way.faults());
        }
        FlowPane both = new FlowPane(cut, mend);
        both.getStyleClass().add("handlings");
        String pair = "between %s and %s".formatted(link.from(), link.to());
        Controls.name(cut, "Cut both ways", "What is sent %s from now on is lost".formatted(pair));
        Controls.name(mend, "Mend both ways", "Let through again what is sent " + pair);
        getChildren().addAll(both, grid);
    }

    private Way way(Link link, Consumer<Link> faults) {
        Button change = new Button();
        change.setMinWidth(USE_PREF_SIZE);
        change.setOnAction(click -> change(isCut(link) ? this::mend : this::cut, List.of(link)));
        Button form = Controls.button("Faults…", Feather.ZAP, "", () -> {
            done.run();
            faults.accept(link);
        });
        form.setMinWidth(USE_PREF_SIZE);
        Controls.name(
                form,
                "Faults of %s to %s".formatted(link.from(), link.to()),
                "Loss, delay and other faults of this direction, under Faults");
        Button why = WhyButton.of("%s to %s".formatted(link.from(), link.to()), () -> {
            done.run();
            actions.why(new Question.OfLink(link));
        });
        return new Way(link, Controls.fixedLabel("", "state"), change, why, form);
    }

    private boolean isCut(Link link) {
        return snapshot.cut().contains(link);
    }

    private List<Link> broken() {
        return directions.stream().filter(this::isCut).toList();
    }

    private List<Link> whole() {
        return directions.stream().filter(link -> !isCut(link)).toList();
    }

    /** Returns both directions: in a file that is one line; of a live cluster those that are not so yet. */
    private List<Link> both(List<Link> lacking) {
        return snapshot.isLive() ? lacking : directions;
    }

    /** On a live cluster each direction is a fault of its own, that can be healed alone. */
    private void change(Consumer<List<Link>> work, List<Link> links) {
        boolean live = snapshot.isLive();
        done.run();
        if (live) {
            links.forEach(link -> work.accept(List.of(link)));
        } else {
            work.accept(links);
        }
    }

    private void cut(List<Link> links) {
        actions.act(new Action.Cut(links));
    }

    private void mend(List<Link> links) {
        actions.act(new Action.Mend(Optional.of(links)));
    }

    @Override
    public Optional<Question> question() {
        return Optional.of(new Question.OfLink(directions.get(0)));
    }

    @Override
    void show(Snapshot now) {
        snapshot = now;
        cut.setDisable(whole().isEmpty());
        mend.setDisable(broken().isEmpty());
        for (Way way : ways) {
            boolean isCut = isCut(way.link());
            way.state().setText(isCut ? "cut" : "whole");
            Controls.state(way.state(), "cut", isCut);
            String verb = isCut ? "Mend" : "Cut";
            Controls.rename(
                    way.change(),
                    verb,
                    isCut ? "Let messages through again" : "Messages this way are lost from now on");
            way.change()
                    .setAccessibleText("%s %s to %s"
                            .formatted(verb, way.link().from(), way.link().to()));
            Controls.show(way.faults(), now.isLive());
        }
    }

    @Override
    void focusFirst() {
        (cut.isDisabled() ? mend : cut).requestFocus();
    }
}
