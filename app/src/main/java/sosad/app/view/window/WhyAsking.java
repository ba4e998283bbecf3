package sosad.app.view.window;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.ContextMenuEvent;
import sosad.app.explain.Question;
import sosad.app.view.Askable;
import sosad.app.view.FocusHome;
import sosad.app.view.tables.WhyMenu;
import sosad.app.viewmodel.explain.WhyViewModel;

/** Asks why by a key: of what has the keyboard, or else of what is lacking; and gives the keyboard back at the end. */
final class WhyAsking {
    private final WhyViewModel why;
    private final Node anywhere;
    private Node asker;

    /** @param anywhere a node of the window */
    WhyAsking(WhyViewModel why, Node anywhere) {
        this.why = why;
        this.anywhere = anywhere;
        why.questionProperty().addListener((property, old, question) -> {
            if (question != null && old == null) {
                asker = focusOwner();
            }
        });
    }

    private Node focusOwner() {
        Scene scene = anywhere.getScene();
        return scene == null ? null : scene.getFocusOwner();
    }

    /** Returns whether what has the keyboard is another question than the one that is asked. */
    boolean isNew() {
        return question(focusOwner())
                .filter(question -> !question.equals(why.questionProperty().get()))
                .isPresent();
    }

    /** Asks. */
    void ask() {
        question(focusOwner()).ifPresentOrElse(why::ask, why::askNext);
    }

    /** Returns what the keyboard is at, if one can ask of it. */
    Optional<Question> subject() {
        return question(focusOwner());
    }

    /** Offers what can be asked, and had, of what is under the mouse, unless it has a menu of its own. */
    void offer(ContextMenuEvent request) {
        if (request.getTarget() instanceof Node target) {
            question(target).ifPresent(question -> {
                WhyMenu.show(why, Stream.of(question), target, request.getScreenX(), request.getScreenY());
                request.consume();
            });
        }
    }

    /** The innermost node around the keyboard of which one can ask. */
    private static Optional<Question> question(Node focused) {
        for (Node node = focused; node != null; node = node.getParent()) {
            if (node instanceof Askable askable) {
                return askable.question();
            }
        }
        return Optional.empty();
    }

    /**
     * Ends it; the keyboard goes back to where it was asked.
     *
     * @return whether something was asked
     */
    boolean end() {
        Node back = asker;
        asker = null;
        boolean wasOpen = why.end();
        if (wasOpen && back != null && FocusHome.canTake(back)) {
            back.requestFocus();
        }
        return wasOpen;
    }
}
