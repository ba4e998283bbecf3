package sosad.app.view.bar;

import java.util.Arrays;
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

    private static final Gauge RULES =
            new Gauge(Arrays.stream(Content.values()).map(EnumNames::of).toList());

    private final Label word = Controls.label("Rule", "muted");
    private final Label rule = Controls.label("", "rule");
    private final Label switches = Controls.label("", "rule-switches");

    RuleChip() {
        getStyleClass().add("rule-chip");
        rule.setMinWidth(USE_PREF_SIZE);
        word.setMinWidth(USE_PREF_SIZE);
        switches.setMinWidth(0);
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

    /** Returns how wide it is with the longest rule and no other switches, with or without the word before it. */
    double usualWidth(boolean worded) {
        double first = worded ? word.prefWidth(-1) + getSpacing() : 0;
        return snappedLeftInset() + first + RULES.width(rule.getFont()) + snappedRightInset();
    }

    /**
     * Fits itself into {@code room}: the word before it goes first, then the switches are cut; the tooltip has them.
     */
    double fit(double room, boolean worded) {
        Controls.show(word, worded);
        if (worded && prefWidth(-1) > room) {
            Controls.show(word, false);
        }
        return Math.min(room, prefWidth(-1));
    }
}
