package sosad.app.view.stage.form;

import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.history.Snapshot;
import sosad.app.view.Controls;
import sosad.app.view.IconButton;
import sosad.app.view.Theme;
import sosad.model.NodeId;

/** What can be done to the nodes that are chosen as a group; shown while some are. */
public final class GroupBar extends HBox {
    private final Label names = Controls.label("", "group-names");
    private final Button cut;
    private final Button mend;
    private final Button mendAll;
    private final BooleanExpression locked;

    /**
     * @param locked whether nothing can be changed
     * @param cutOff cuts the links between the group and the others
     * @param mendOff mends them
     * @param mended mends all links
     * @param cleared takes all nodes out of the group
     */
    public GroupBar(BooleanExpression locked, Runnable cutOff, Runnable mendOff, Runnable mended, Runnable cleared) {
        this.locked = locked;
        getStyleClass().add("group-bar");
        getStylesheets().add(Theme.sheet("stage/stage.css"));
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText("Group");
        names.setMinWidth(0);
        cut = button(
                "Cut off",
                Feather.SCISSORS,
                "Cut off from the others",
                "Cut all links between them and the others",
                cutOff);
        mend = button(
                "Mend", Feather.LINK, "Mend with the others", "Mend all links between them and the others", mendOff);
        mendAll = button("Mend all", Feather.LINK, "Mend all links", "Mend every link that is cut", mended);
        getChildren()
                .addAll(
                        names,
                        cut,
                        mend,
                        mendAll,
                        Controls.spring(),
                        new IconButton(Feather.X, "Choose no nodes (Escape)", cleared));
        setVisible(false);
    }

    private static Button button(String text, Feather icon, String name, String tooltip, Runnable action) {
        Button button = Controls.button(text, icon, tooltip, action);
        Controls.name(button, name, tooltip);
        button.getStyleClass().add("handling");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    /** Shows what can be done to this group; none: nothing. */
    public void show(Set<NodeId> group, Snapshot now) {
        setVisible(!group.isEmpty());
        String words = group.stream().map(NodeId::name).sorted().collect(Collectors.joining(", "));
        names.setText(words);
        Controls.name(names, "Group: " + words, "The nodes chosen with G or Shift and a click");
        boolean hasOthers = group.size() < now.nodes().size();
        cut.setDisable(locked.get() || !hasOthers);
        mend.setDisable(locked.get()
                || now.cut().stream().noneMatch(link -> group.contains(link.from()) != group.contains(link.to())));
        mendAll.setDisable(locked.get() || now.cut().isEmpty());
    }
}
