package sosad.app.view.stage.message;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.animation.Timeline;
import javafx.geometry.Dimension2D;
import sosad.app.diagram.Box;
import sosad.app.diagram.BoxPlacer;
import sosad.app.diagram.BoxPlacer.Place;
import sosad.app.diagram.Curve;
import sosad.app.diagram.Point;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.history.Snapshot;
import sosad.app.view.Animator;
import sosad.app.view.Layer;
import sosad.app.view.NodePool;
import sosad.model.Link;

/**
 * The messages of a moment on their links. Where there are more than can be read, they lie in a stack at each sender,
 * and only the one that was taken out of its stack has a box.
 */
public final class MessageLayer extends Layer {
    /** More boxes than this cover each other, and take long to place. */
    private static final int MAX_BOXES = 48;

    private record Journey(Timeline timeline, CompletableFuture<Void> arrival) {}

    private final Animator animator;
    private final Consumer<MessageBox> prepare;
    private final Map<Long, MessageBox> boxes = new LinkedHashMap<>();
    private final Map<Long, Journey> journeys = new HashMap<>();
    private final NodePool<MessageBox> pool = new NodePool<>();
    private final MessageStacks stacks;
    private Snapshot snapshot;
    private OptionalLong takenOut = OptionalLong.empty();
    private Map<Link, Curve> ways = Map.of();
    private Map<Long, Place> places = Map.of();

    /**
     * @param prepare called with every new box, to let it react to the user
     * @param opener opens the message with this number, chosen from a stack
     */
    public MessageLayer(Animator animator, Consumer<MessageBox> prepare, LongConsumer opener) {
        stacks = new MessageStacks(opener);
        this.animator = animator;
        this.prepare = prepare;
    }

    public void show(Snapshot now) {
        snapshot = now;
        boolean tooMany = now.messages().size() > MAX_BOXES;
        if (!tooMany) {
            takenOut = OptionalLong.empty();
        }
        stacks.show(tooMany ? now.messages() : List.of());
        Set<Long> present = new HashSet<>();
        for (Message message : now.messages()) {
            if (tooMany && takenOut.orElse(0) != message.id()) {
                continue;
            }
            present.add(message.id());
            MessageBox box = boxes.get(message.id());
            if (box == null) {
                boxes.put(message.id(), newBox(message));
            } else {
                box.show(message);
            }
            Journey journey = journeys.get(message.id());
            if (message.fate() != Fate.IN_FLIGHT
                    || (journey != null && journey.arrival().isDone())) {
                stop(message.id());
            }
        }
        for (Long gone :
                boxes.keySet().stream().filter(id -> !present.contains(id)).toList()) {
            stop(gone);
            MessageBox box = boxes.remove(gone);
            if (!pool.keep(box.message().from(), box)) {
                getChildren().remove(box);
            }
        }
    }

    private MessageBox newBox(Message message) {
        Optional<MessageBox> pooled = pool.take(message.from());
        pooled.ifPresent(box -> box.show(message));
        return pooled.orElseGet(() -> {
            MessageBox box = new MessageBox(message);
            prepare.accept(box);
            getChildren().add(box);
            return box;
        });
    }

    Optional<MessageBox> box(long id) {
        return Optional.ofNullable(boxes.get(id));
    }

    /** The box of a message, which is taken out of its stack if it lies in one. */
    public Optional<MessageBox> takeOut(long id) {
        if (box(id).isEmpty() && snapshot != null && snapshot.message(id).isPresent()) {
            takenOut = OptionalLong.of(id);
            show(snapshot);
        }
        return box(id);
    }

    /** The stacks, which lie below the boxes. */
    public MessageStacks stacks() {
        return stacks;
    }

    /**
     * Places the boxes on their links, as full as they can be without covering anything.
     *
     * @param newWays where the links are; not to be changed
     */
    public Map<Long, Place> place(Map<Link, Curve> newWays, Box space, List<Box> cards, double unit) {
        boolean moved = !ways.equals(newWays);
        ways = newWays;
        Map<Long, Place> before = moved ? Map.of() : places;
        MessageForm shown = MessageForm.FULL;
        for (MessageForm form : MessageForm.values()) {
            shown = form;
            places = BoxPlacer.place(wishes(form, unit), space, cards, before);
            if (BoxPlacer.trouble(places, space, cards) == 0) {
                break;
            }
        }
        for (MessageBox box : boxes.values()) {
            box.form(shown, unit);
        }
        places.forEach((id, place) -> {
            Box box = place.box();
            boxes.get(id).resizeRelocate(box.x(), box.y(), box.width(), box.height());
        });
        return places;
    }

    private List<BoxPlacer.Wish> wishes(MessageForm form, double unit) {
        List<BoxPlacer.Wish> wishes = new ArrayList<>();
        for (MessageBox box : boxes.values()) {
            Message message = box.message();
            Curve way = ways.get(new Link(message.from(), message.to()));
            if (way != null) {
                Dimension2D size = box.size(form, unit);
                wishes.add(new BoxPlacer.Wish(
                        message.id(), way, MessageForm.place(message.fate()), size.getWidth(), size.getHeight()));
            }
        }
        return wishes;
    }

    /** Lets a message travel to its destination; completed when it is there. */
    public CompletionStage<Void> travel(long id) {
        MessageBox box = boxes.get(id);
        Place place = places.get(id);
        if (box == null || place == null || !animator.animated.get() || getScene() == null) {
            return CompletableFuture.completedFuture(null);
        }
        stop(id);
        Curve way = ways.get(new Link(box.message().from(), box.message().to()));
        Point from = place.box().centre();
        Point onWay = way.at(place.t());
        CompletableFuture<Void> arrival = new CompletableFuture<>();
        box.setViewOrder(-1);
        Timeline timeline = animator.travel(
                done -> {
                    Point now = way.at(place.t() + (1 - place.t()) * done);
                    box.setTranslateX(now.x() - from.x() + (from.x() - onWay.x()) * (1 - done));
                    box.setTranslateY(now.y() - from.y() + (from.y() - onWay.y()) * (1 - done));
                },
                () -> arrival.complete(null));
        journeys.put(id, new Journey(timeline, arrival));
        return arrival;
    }

    private void stop(long id) {
        Journey journey = journeys.remove(id);
        if (journey != null) {
            journey.timeline().stop();
            journey.arrival().complete(null);
            box(id).ifPresent(box -> {
                box.setTranslateX(0);
                box.setTranslateY(0);
                box.setViewOrder(0);
            });
        }
    }
}
