package sosad.app.view.stage.link;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import sosad.app.diagram.Curve;
import sosad.app.fabric.LinkConditions;
import sosad.app.fabric.LinkCounts;
import sosad.app.lab.live.LiveState;
import sosad.app.view.Layer;
import sosad.model.Link;

/** The tags on the links of a live cluster with which something is wrong, or to which something was just done. */
public final class LinkTags extends Layer {
    /** More tags than this say less each. */
    private static final int MAX_IN_FULL = 4;

    private final ObjectProperty<Consumer<Link>> actions;
    private final Map<Link, LinkTag> tags = new TreeMap<>();

    /** @param actions what is done to links; null: nothing can be */
    public LinkTags(ObjectProperty<Consumer<Link>> actions) {
        this.actions = actions;
    }

    public void show(Optional<LiveState> live) {
        Set<Link> marked = new TreeSet<>();
        Map<Link, String> done =
                live.map(state -> state.faults().justDoneToLinks()).orElse(Map.of());
        live.ifPresent(state -> marked.addAll(state.faults().links().keySet()));
        marked.addAll(done.keySet());
        if (tags.keySet().retainAll(marked)) {
            getChildren().setAll(tags.values());
        }
        live.ifPresent(state -> marked.forEach(link -> tag(link)
                .show(
                        link,
                        state.faults().links().getOrDefault(link, LinkConditions.NONE),
                        state.counts().getOrDefault(link, LinkCounts.NONE),
                        done.getOrDefault(link, ""))));
    }

    private LinkTag tag(Link link) {
        return tags.computeIfAbsent(link, absent -> {
            LinkTag tag =
                    new LinkTag(link, () -> Optional.ofNullable(actions.get()).ifPresent(one -> one.accept(link)));
            getChildren().add(tag);
            return tag;
        });
    }

    public void place(Map<Link, Curve> ways) {
        tags.forEach((link, tag) -> {
            Curve way = ways.get(link);
            tag.setVisible(way != null);
            if (way != null) {
                tag.place(way, tags.size() > MAX_IN_FULL);
            }
        });
    }
}
