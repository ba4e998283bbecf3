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

/** The faults of a live link, as a tag on it: a few words, all of them in the tooltip and for screen readers. */
final class LinkTag extends Button {
    /** Beside the middle, where the tags of the two ways between two nodes would meet. */
    private static final double PLACE = 0.42;

    /** The share of the link that a tag may cover before it is shortened. */
    private static final double MAX_COVER = 0.75;

    private String shown = "";
    private String onTheLink = "";
    private String inBrief = "";

    LinkTag(Link link, Runnable chosen) {
        getStyleClass().addAll("link-tag", NodeColours.styleClass(link.from()));
        setOnAction(click -> chosen.run());
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    /** @param justDone what was just done to the link, over at once; empty: nothing */
    void show(Link link, LinkConditions faults, LinkCounts counts, String justDone) {
        boolean isWhole = faults.equals(LinkConditions.NONE);
        onTheLink = isWhole ? justDone : LinkText.onTheLink(faults);
        inBrief = isWhole ? justDone : LinkText.inBrief(faults);
        String words = LinkText.inFull(link, faults, counts) + (justDone.isEmpty() ? "" : "\njust now: " + justDone);
        if (!words.equals(shown)) {
            shown = words;
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
