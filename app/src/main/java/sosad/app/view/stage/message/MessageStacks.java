package sosad.app.view.stage.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import javafx.geometry.Dimension2D;
import sosad.app.diagram.Box;
import sosad.app.diagram.Point;
import sosad.app.history.Message;
import sosad.app.view.Controls;
import sosad.app.view.Layer;
import sosad.model.NodeId;

/** The stacks of messages that there is no room to show each. */
public final class MessageStacks extends Layer {
    private static final double GAP = 4;
    private static final double STEP = 8;

    private final LongConsumer opener;
    private final Map<StackOf, MessageStack> stacks = new LinkedHashMap<>();

    /** @param opener opens the message with this number */
    MessageStacks(LongConsumer opener) {
        this.opener = opener;
    }

    /** Shows these stacks and no others. */
    void show(Map<StackOf, List<Message>> wanted) {
        if (!stacks.keySet().equals(wanted.keySet())) {
            stacks.keySet().retainAll(wanted.keySet());
            wanted.keySet().forEach(what -> stacks.computeIfAbsent(what, one -> new MessageStack(one, opener)));
            getChildren().setAll(stacks.values());
        }
        wanted.forEach((what, messages) -> stacks.get(what).show(messages));
    }

    /** Dims the stacks in which none of these messages lies; empty: none is dimmed. */
    void light(Optional<Set<Long>> lit) {
        stacks.values()
                .forEach(stack -> Controls.state(
                        stack,
                        "dimmed",
                        lit.filter(messages -> !stack.hasAny(messages)).isPresent()));
    }

    Dimension2D size(StackOf what) {
        MessageStack stack = stacks.get(what);
        stack.applyCss();
        return new Dimension2D(Math.ceil(stack.prefWidth(-1)), Math.ceil(stack.prefHeight(-1)));
    }

    void put(StackOf what, Box place) {
        stacks.get(what).resizeRelocate(place.x(), place.y(), place.width(), place.height());
    }

    /** The places of the stacks of senders: each beside its sender's card, on the way to the middle. */
    Map<StackOf, Box> besideSenders(Map<NodeId, Box> cards, Box space) {
        Map<StackOf, Box> places = new LinkedHashMap<>();
        for (StackOf what : stacks.keySet()) {
            Dimension2D size = size(what);
            Box card = cards.get(what.from().orElseThrow());
            Point centre = inside(card, space.centre(), size.getWidth(), size.getHeight());
            places.put(what, whole(Box.around(centre, size.getWidth(), size.getHeight())));
        }
        return places;
    }

    /** The place of the one stack of all messages: as near to the middle as it covers the least. */
    Box inTheMiddle(Box space, List<Box> taken) {
        Dimension2D size = size(StackOf.ALL);
        List<Box> candidates = new ArrayList<>();
        for (double x = space.x(); x + size.getWidth() <= space.right(); x += STEP) {
            for (double y = space.y(); y + size.getHeight() <= space.bottom(); y += STEP) {
                candidates.add(whole(new Box(x, y, size.getWidth(), size.getHeight())));
            }
        }
        Box middle = whole(Box.around(space.centre(), size.getWidth(), size.getHeight()));
        Box best = middle;
        double bestCost = Double.MAX_VALUE;
        for (Box box : candidates) {
            double covered = taken.stream().mapToDouble(box::overlap).sum();
            double cost = covered * space.width() + box.centre().distance(middle.centre());
            if (cost < bestCost) {
                best = box;
                bestCost = cost;
            }
        }
        return best;
    }

    private static Box whole(Box box) {
        return box.moved(Math.rint(box.x()) - box.x(), Math.rint(box.y()) - box.y());
    }

    /** The centre of what stands beside the card on the way to {@code middle}. */
    private static Point inside(Box card, Point middle, double width, double height) {
        Point from = card.centre();
        double dx = middle.x() - from.x();
        double dy = middle.y() - from.y();
        double across = ((card.width() + width) / 2 + GAP) / Math.max(1, Math.abs(dx));
        double down = ((card.height() + height) / 2 + GAP) / Math.max(1, Math.abs(dy));
        double part = Math.min(across, down);
        return from.plus(dx * part, dy * part);
    }
}
