package sosad.app.view.bar;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import sosad.app.scenario.Scenario;
import sosad.app.view.Controls;
import sosad.app.viewmodel.PlaybackViewModel;
import sosad.protocol.EnumNames;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;

/**
 * The rules in force: what a sync contains, and the other switches where they are not the usual ones. Its menu plays
 * the same under others.
 */
final class RuleChip extends MenuButton {
    private static final Map<Timestamps, String> STAMPS = Map.of(
            Timestamps.PER_KEY, "… with a timestamp for each key",
            Timestamps.NEWEST, "… with one timestamp a message, the newest",
            Timestamps.AVERAGE, "… with one timestamp a message, the average");

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

    private final HBox face = new HBox(word, rule, switches);
    private final PlaybackViewModel playback;
    private Rules rules = Rules.DOCUMENT;

    RuleChip(PlaybackViewModel playback) {
        this.playback = playback;
        getStyleClass().add("rule-chip");
        rule.setMinWidth(USE_PREF_SIZE);
        word.setMinWidth(USE_PREF_SIZE);
        switches.setMinWidth(0);
        face.getStyleClass().add("rule-face");
        setGraphic(face);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMinWidth(0);
        setVisible(false);
        // A choice that is refused leaves the dot where it was.
        setOnShowing(event -> fill());
    }

    private void fill() {
        getItems().clear();
        for (Content content : Content.values()) {
            offer(
                    "Play the same under " + EnumNames.of(content),
                    content == rules.content(),
                    () -> new Rules(content, rules.timestamps(), rules.schedule(), rules.startTime()));
        }
        getItems().add(new SeparatorMenuItem());
        for (Timestamps timestamps : Timestamps.values()) {
            offer(
                    STAMPS.get(timestamps),
                    timestamps == rules.timestamps(),
                    () -> new Rules(rules.content(), timestamps, rules.schedule(), rules.startTime()));
        }
        getItems().add(new SeparatorMenuItem());
        for (Schedule schedule : Schedule.values()) {
            offer(
                    schedule == Schedule.TOGETHER
                            ? "… with syncs to all peers together"
                            : "… with syncs rolling, to one peer each",
                    schedule == rules.schedule(),
                    () -> new Rules(rules.content(), rules.timestamps(), schedule, rules.startTime()));
        }
    }

    private void offer(String words, boolean isInForce, Supplier<Rules> others) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setMnemonicParsing(false);
        item.setSelected(isInForce);
        item.setOnAction(event -> playback.playUnder(others));
        getItems().add(item);
    }

    void show(Scenario scenario) {
        rules = scenario.cluster().rules();
        fill();
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
        tip.append("\nThe menu plays the same under another rule.");
        Controls.name(this, "Rule " + rule.getText(), tip.toString());
    }

    /** Returns how wide it is with the longest rule and no other switches, with or without the word before it. */
    double usualWidth(boolean worded) {
        double first = worded ? word.prefWidth(-1) + face.getSpacing() : 0;
        return first + RULES.width(rule.getFont()) + prefWidth(-1) - face.prefWidth(-1);
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
