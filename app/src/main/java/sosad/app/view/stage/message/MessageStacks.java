package sosad.app.view.stage.message;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import sosad.app.diagram.Box;
import sosad.app.diagram.Point;
import sosad.app.history.Message;
import sosad.app.view.Layer;
import sosad.model.NodeId;

/** The messages of a moment that has too many to show each: a stack at every sender, on its inner side. */
public final class MessageStacks extends Layer {
    private static final double GAP = 4;

    private final LongConsumer opener;
    private final Map<NodeId, MessageStack> stacks = new TreeMap<>();

    /** @param opener opens the message with this number */
    MessageStacks(LongConsumer opener) {
        this.opener = opener;
    }

    void show(List<Message> messages) {
        Map<NodeId, List<Message>> bySender =
                messages.stream().collect(Collectors.groupingBy(Message::from, TreeMap::new, Collectors.toList()));
        if (!stacks.keySet().equals(bySender.keySet())) {
            stacks.keySet().retainAll(bySender.keySet());
            bySender.keySet().forEach(sender -> stacks.computeIfAbsent(sender, one -> new MessageStack(one, opener)));
            getChildren().setAll(stacks.values());
        }
        bySender.forEach((sender, sent) -> stacks.get(sender).show(sent));
    }

    public void place(Map<NodeId, Box> cards, Box space) {
        stacks.forEach((sender, stack) -> {
            stack.applyCss();
            stack.autosize();
            Point at = inside(cards.get(sender), space.centre(), stack.getWidth(), stack.getHeight());
            stack.relocate(Math.rint(at.x() - stack.getWidth() / 2), Math.rint(at.y() - stack.getHeight() / 2));
        });
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
