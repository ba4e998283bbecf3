package sosad.app.view.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import sosad.app.diagram.Box;
import sosad.app.diagram.BoxPlacer.Place;
import sosad.app.diagram.Curve;
import sosad.app.history.Message;
import sosad.app.history.Snapshot;
import sosad.app.view.stage.link.LinkLayer;
import sosad.app.view.stage.message.MessageLayer;
import sosad.app.viewmodel.explain.Lighting;
import sosad.app.viewmodel.explain.Lighting.LostOnItsWay;
import sosad.model.Link;
import sosad.model.NodeId;

/** Lights what an answer names on a stage, and dims the rest. */
final class StageLight {
    final ObjectProperty<Lighting> lighting = new SimpleObjectProperty<>();
    final LostLayer lost = new LostLayer();
    private final LinkLayer links;
    private final MessageLayer messages;

    StageLight(LinkLayer links, MessageLayer messages) {
        this.links = links;
        this.messages = messages;
    }

    /** Returns the nodes that are lit; empty: nothing is dimmed. */
    Optional<Set<NodeId>> nodes() {
        return lit().map(Lighting::nodes);
    }

    private Optional<Lighting> lit() {
        return Optional.ofNullable(lighting.get());
    }

    /**
     * Lights links and messages after they were placed. What was lost earlier has no place among them and is drawn
     * besides.
     *
     * @param boxes where messages stand
     * @param taken what nothing may cover, besides these
     */
    void draw(
            Snapshot snapshot, Map<Link, Curve> ways, Map<Long, Place> boxes, Box space, List<Box> taken, double unit) {
        links.light(lit().map(Lighting::links), lit().map(Lighting::messages));
        messages.light(lit().map(Lighting::messages));
        Set<Long> present = snapshot.messages().stream().map(Message::id).collect(Collectors.toSet());
        List<LostOnItsWay> earlier = lit().map(Lighting::lost).orElse(List.of()).stream()
                .filter(message -> !present.contains(message.message()))
                .toList();
        lost.show(earlier);
        if (!earlier.isEmpty()) {
            List<Box> all = new ArrayList<>(taken);
            boxes.values().stream().map(Place::box).forEach(all::add);
            lost.place(ways, space, all, unit);
        }
    }
}
