package sosad.app.view.stage.message;

import java.util.ArrayList;
import java.util.Collection;
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
import java.util.stream.Collectors;
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
import sosad.app.view.Controls;
import sosad.app.view.Layer;
import sosad.app.view.NodePool;
import sosad.model.Link;
import sosad.model.NodeId;

/**
 * The messages of a moment on their links, none over another and none over a card. More than a few on a link lie in
 * stacks there; where even that is too much for the room, those of each sender lie in one, or all of them. A message
 * that was taken out of its stack has a box.
 */
public final class MessageLayer extends Layer {
    /** More boxes than this take long to place. */
    private static final int MAX_BOXES = 48;

    /** More messages than this on a link lie in stacks. */
    private static final int MAX_ON_LINK = 3;

    /** The share of the free room that boxes may take; with more of them they cannot all be clear of each other. */
    private static final double MAX_SHARE = 0.5;

    private record Journey(Timeline timeline, CompletableFuture<Void> arrival) {}

    private final Animator animator;
    private final Consumer<MessageBox> prepare;
    private final boolean forRoom;
    private final Map<Long, MessageBox> boxes = new LinkedHashMap<>();
    private final Map<Long, Journey> journeys = new HashMap<>();
    private final NodePool<MessageBox> pool = new NodePool<>();
    private final MessageStacks stacks;
    private Snapshot snapshot;
    private OptionalLong takenOut = OptionalLong.empty();
    private Map<Link, Curve> ways = Map.of();
    private Map<Long, Place> places = Map.of();
    private Map<Long, Place> before = Map.of();
    private final Set<Long> stacked = new HashSet<>();

    /**
     * @param prepare called with every new box, to let it react to the user
     * @param opener opens the message with this number, chosen from a stack
     */
    public MessageLayer(Animator animator, Consumer<MessageBox> prepare, LongConsumer opener) {
        this(animator, prepare, opener, false);
    }

    /** Messages to be looked at in a room: they name their destinations, and nothing can be done to them. */
    public MessageLayer(Animator animator) {
        this(animator, box -> {}, id -> {}, true);
    }

    private MessageLayer(Animator animator, Consumer<MessageBox> prepare, LongConsumer opener, boolean forRoom) {
        stacks = new MessageStacks(opener);
        this.forRoom = forRoom;
        this.animator = animator;
        this.prepare = prepare;
    }

    public void show(Snapshot now) {
        snapshot = now;
        boolean tooMany = now.messages().size() > MAX_BOXES;
        if (takenOut.isPresent() && now.message(takenOut.getAsLong()).isEmpty()) {
            takenOut = OptionalLong.empty();
        }
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
            MessageBox box = new MessageBox(message, forRoom);
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
        if (snapshot != null && snapshot.message(id).isPresent() && (stacked.contains(id) || box(id).isEmpty())) {
            takenOut = OptionalLong.of(id);
            show(snapshot);
            box(id).ifPresent(box -> Controls.show(box, true));
            requestParentLayout();
        }
        return box(id);
    }

    /** The stacks, which lie below the boxes. */
    public MessageStacks stacks() {
        return stacks;
    }

    /**
     * Places the messages on their links, each as full as it can be without covering anything.
     *
     * @param newWays where the links are; not to be changed
     * @param taken the gateways and what else nothing may cover, besides the cards
     */
    public Map<Long, Place> place(
            Map<Link, Curve> newWays, Box space, Map<NodeId, Box> cards, Collection<Box> taken, double unit) {
        boolean moved = !ways.equals(newWays);
        ways = newWays;
        before = moved ? Map.of() : places;
        stacked.clear();
        List<Box> covered = new ArrayList<>(cards.values());
        covered.addAll(taken);
        if (snapshot.messages().size() > MAX_BOXES || !placeOnLinks(space, covered, unit)) {
            placeInStacks(space, cards, covered, unit);
        }
        return places;
    }

    /** Tries with few stacks, then with a stack wherever a link has more than one message. */
    private boolean placeOnLinks(Box space, List<Box> covered, double unit) {
        for (int most : List.of(MAX_ON_LINK, 1)) {
            Map<StackOf, List<Message>> piles = piles(most);
            stacks.show(piles);
            for (MessageForm form : MessageForm.values()) {
                if (placeOnLinks(form, piles, space, covered, unit)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Map<StackOf, List<Message>> piles(int most) {
        Map<Link, List<Message>> onLinks = snapshot.messages().stream()
                .filter(message -> message.id() != takenOut.orElse(0))
                .collect(Collectors.groupingBy(
                        message -> new Link(message.from(), message.to()), LinkedHashMap::new, Collectors.toList()));
        return onLinks.values().stream()
                .filter(messages -> messages.size() > most)
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(StackOf::onLink, LinkedHashMap::new, Collectors.toList()));
    }

    private boolean placeOnLinks(
            MessageForm form, Map<StackOf, List<Message>> piles, Box space, List<Box> covered, double unit) {
        Set<Long> inPiles =
                piles.values().stream().flatMap(List::stream).map(Message::id).collect(Collectors.toSet());
        List<BoxPlacer.Wish> wishes = new ArrayList<>();
        for (MessageBox box : boxes.values()) {
            if (!inPiles.contains(box.message().id())) {
                wish(box.message().id(), box.message(), box.size(form, unit)).ifPresent(wishes::add);
            }
        }
        // A stack is placed as if it were its first message.
        piles.forEach((what, messages) ->
                wish(messages.get(0).id(), messages.get(0), stacks.size(what)).ifPresent(wishes::add));
        if (isTooMuch(wishes, space, covered)) {
            return false;
        }
        Map<Long, Place> found = BoxPlacer.place(wishes, space, covered, before);
        if (BoxPlacer.trouble(found, space, covered) > 0) {
            return false;
        }
        places = new HashMap<>(found);
        piles.forEach((what, messages) -> {
            Place place = found.get(messages.get(0).id());
            stacks.put(what, place.box());
            messages.forEach(message -> places.put(message.id(), place));
        });
        stacked.addAll(inPiles);
        putBoxes(form, unit);
        return true;
    }

    private static boolean isTooMuch(List<BoxPlacer.Wish> wishes, Box space, List<Box> covered) {
        double wanted = wishes.stream()
                .mapToDouble(wish -> wish.width() * wish.height())
                .sum();
        double room = space.width() * space.height()
                - covered.stream()
                        .mapToDouble(box -> box.width() * box.height())
                        .sum();
        return wanted > MAX_SHARE * room;
    }

    /** A stack beside each sender or, where they have no room either, one in the middle. */
    private void placeInStacks(Box space, Map<NodeId, Box> cards, List<Box> covered, double unit) {
        List<Message> all = snapshot.messages().stream()
                .filter(message -> message.id() != takenOut.orElse(0))
                .toList();
        stacks.show(all.stream()
                .collect(Collectors.groupingBy(StackOf::bySender, LinkedHashMap::new, Collectors.toList())));
        Map<StackOf, Box> piles = stacks.besideSenders(cards, space);
        List<Box> obstacles = new ArrayList<>(covered);
        boolean clear = piles.values().stream().allMatch(box -> {
            boolean free = box.outside(space) == 0 && obstacles.stream().allMatch(other -> other.overlap(box) == 0);
            obstacles.add(box);
            return free;
        });
        if (!clear) {
            stacks.show(Map.of(StackOf.ALL, all));
            piles = Map.of(StackOf.ALL, stacks.inTheMiddle(space, covered));
        }
        piles.forEach(stacks::put);
        all.forEach(message -> stacked.add(message.id()));
        List<Box> taken = new ArrayList<>(covered);
        taken.addAll(piles.values());
        places = Map.of();
        takenOut.stream().mapToObj(this::box).flatMap(Optional::stream).forEach(box -> {
            List<BoxPlacer.Wish> wishes =
                    wish(box.message().id(), box.message(), box.size(MessageForm.CHIP, unit)).stream()
                            .toList();
            places = BoxPlacer.place(wishes, space, taken, before);
        });
        putBoxes(MessageForm.CHIP, unit);
    }

    private Optional<BoxPlacer.Wish> wish(long id, Message message, Dimension2D size) {
        return Optional.ofNullable(ways.get(new Link(message.from(), message.to())))
                .map(way -> new BoxPlacer.Wish(
                        id, way, MessageForm.place(message.fate()), size.getWidth(), size.getHeight()));
    }

    /** A box whose message lies in a stack is hidden, but has its place there: it leaves from it when it travels. */
    private void putBoxes(MessageForm form, double unit) {
        for (MessageBox box : boxes.values()) {
            long id = box.message().id();
            box.form(form, unit);
            Place place = places.get(id);
            boolean isShown = place != null && (!stacked.contains(id) || journeys.containsKey(id));
            Controls.show(box, isShown);
            if (place != null) {
                Dimension2D size = box.size(form, unit);
                Box at = stacked.contains(id)
                        ? Box.around(place.box().centre(), size.getWidth(), size.getHeight())
                        : place.box();
                box.resizeRelocate(at.x(), at.y(), at.width(), at.height());
            }
        }
    }

    /** Dims all messages but these, and the stacks in which none of them lies; empty: none is dimmed. */
    public void light(Optional<Set<Long>> lit) {
        boxes.forEach((id, box) -> Controls.state(
                box, "dimmed", lit.filter(messages -> !messages.contains(id)).isPresent()));
        stacks.light(lit);
    }

    /** Lets a message travel to its destination; completed when it is there. */
    public CompletionStage<Void> travel(long id) {
        MessageBox box = boxes.get(id);
        Place place = places.get(id);
        if (box == null || place == null || !animator.animated.get() || getScene() == null) {
            return CompletableFuture.completedFuture(null);
        }
        stop(id);
        Controls.show(box, true);
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
                if (stacked.contains(id)) {
                    Controls.show(box, false);
                }
            });
        }
    }
}
