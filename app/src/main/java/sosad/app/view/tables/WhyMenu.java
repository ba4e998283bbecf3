package sosad.app.view.tables;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.explain.Question;
import sosad.app.view.Controls;
import sosad.app.viewmodel.explain.WhyViewModel;

/** A menu of questions, each in words; of a single one also what else is to be had of what it is about. */
public final class WhyMenu extends ContextMenu {
    /** More than these would not fit on a screen. */
    private static final int MAX_QUESTIONS = 20;

    private WhyMenu(WhyViewModel why, List<Question> questions) {
        questions.stream().distinct().limit(MAX_QUESTIONS).forEach(question -> {
            var item = Controls.item(why.words(question), () -> why.ask(question));
            item.setGraphic(Controls.icon(Feather.HELP_CIRCLE));
            getItems().add(item);
        });
        if (questions.size() == 1) {
            why.beside(questions.get(0)).ifPresent(offer -> {
                var item = Controls.item(offer.label(), offer.action());
                item.setGraphic(Controls.icon(Feather.PAUSE_CIRCLE));
                getItems().add(item);
            });
        }
    }

    /** Offers these questions where the mouse is, and to copy the table in which it is. */
    public static void show(WhyViewModel why, Stream<? extends Question> questions, Node owner, double x, double y) {
        WhyMenu menu = new WhyMenu(why, questions.<Question>map(one -> one).toList());
        for (Node above = owner; above != null; above = above.getParent()) {
            if (above instanceof TablesPane tables) {
                menu.getItems().addAll(tables.copyItems());
            }
        }
        if (!menu.getItems().isEmpty()) {
            menu.show(owner, x, y);
        }
    }

    /** Asks the only question there is, or offers them below {@code owner}. */
    static void ask(WhyViewModel why, List<? extends Question> questions, Node owner) {
        if (questions.size() == 1) {
            why.ask(questions.get(0));
        } else if (!questions.isEmpty()) {
            new WhyMenu(why, List.copyOf(questions)).show(owner, Side.BOTTOM, 0, 0);
        }
    }
}
