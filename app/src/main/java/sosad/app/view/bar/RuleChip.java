package sosad.app.view.bar;

import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import sosad.app.scenario.Scenario;
import sosad.app.view.Controls;
import sosad.app.view.LazyTooltip;
import sosad.protocol.EnumNames;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;

/** The rules in force: what a sync contains, and the other switches where they are not the usual ones. */
final class RuleChip extends HBox {
    private static final Map<Content, String> MEANING = Map.of(
            Content.REMOTE_NOW,
            "A sync sends every entry that is at least as new as what the sender has last heard from the other node"
                    + " (its now): the document's rule.",
            Content.REMOTE_PREV,
            "A sync sends every entry that is at least as new as the sender's prev for the other node: the document's"
                    + " other wording.",
            Content.FULL,
            "A sync sends every entry, every time.",
            Content.PER_KEY,
            "A sync sends exactly the entries that the other node is not known to hold: the document's"
                    + " optimization 2.");

    private final Label word = Controls.label("Rule", "muted");
    private final Label rule = Controls.label("", "rule");
    private final Label switches = Controls.label("", "rule-switches");

    RuleChip() {
        getStyleClass().add("rule-chip");
        rule.setMinWidth(USE_PREF_SIZE);
        word.setMinWidth(USE_PREF_SIZE);
        switches.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(word, rule, switches);
        setVisible(false);
    }

    void show(Scenario scenario) {
        Rules rules = scenario.cluster().rules();
        setVisible(true);
        rule.setText(EnumNames.of(rules.content()));
        StringBuilder others = new StringBuilder();
        StringBuilder tip = new StringBuilder(MEANING.get(rules.content()));
        if (rules.timestamps() != Timestamps.PER_KEY) {
            others.append("· stamp ").append(EnumNames.of(rules.timestamps()));
            tip.append("\nA message carries one timestamp for all its entries: the ")
                    .append(rules.timestamps() == Timestamps.NEWEST ? "newest." : "average.");
        }
        if (rules.schedule() != Schedule.TOGETHER) {
            others.append(others.isEmpty() ? "" : " ").append("· rolling");
            tip.append("\nA sync goes to one peer, the next in alphabetical order.");
        }
        switches.setText(others.toString());
        Controls.show(switches, !others.isEmpty());
        LazyTooltip.of(this).setText(tip.toString());
        setAccessibleText("Rule " + rule.getText() + ". " + tip);
    }

    /** Shows or hides the word "Rule" before it; it is hidden where there is little room. */
    void setWorded(boolean worded) {
        Controls.show(word, worded);
    }
}
