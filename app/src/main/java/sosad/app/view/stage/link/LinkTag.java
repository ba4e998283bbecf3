package sosad.app.view.stage.link;

import javafx.scene.control.Button;
import sosad.app.diagram.Curve;
import sosad.app.diagram.Point;
import sosad.app.fabric.LinkConditions;
import sosad.app.fabric.LinkCounts;
import sosad.app.view.Controls;
import sosad.app.view.NodeColours;
import sosad.app.viewmodel.LinkText;
import sosad.model.Link;

/** What is wrong with a live link, on the link: a few words, all of it on hover and for the screen reader. */
final class LinkTag extends Button {
    /** Beside the middle, where the tags of the two ways between two nodes would meet. */
    private static final double PLACE = 0.42;

    /** How much of the link a tag may cover before it says less. */
    private static final double MAX_COVER = 0.75;

    private String told = "";
    private String onTheLink = "";
    private String inBrief = "";

    LinkTag(Link route, Runnable chosen) {
        getStyleClass().addAll("link-tag", NodeColours.styleClass(route.from()));
        setOnAction(click -> chosen.run());
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    void show(Link route, LinkConditions faults, LinkCounts counts) {
        onTheLink = LinkText.onTheLink(faults);
        inBrief = LinkText.inBrief(faults);
        String words = LinkText.inFull(route, faults, counts);
        if (!words.equals(told)) {
            told = words;
            if (getTooltip() == null) {
                Controls.name(this, words, words);
            } else {
                setAccessibleText(words);
                getTooltip().setText(words);
            }
        }
    }

    /** @param brief whether it says as little as it can */
    void place(Curve way, boolean brief) {
        setText(brief ? inBrief : onTheLink);
        if (prefWidth(-1) > MAX_COVER * way.length()) {
            setText(inBrief);
        }
        if (prefWidth(-1) > way.length()) {
            setText("!");
        }
        autosize();
        Point at = way.at(PLACE);
        relocate(at.x() - getWidth() / 2, at.y() - getHeight() / 2);
    }
}
