package sosad.app.view.stage.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Dimension2D;
import sosad.app.diagram.Box;
import sosad.app.diagram.Curve;
import sosad.app.diagram.Point;
import sosad.app.history.ClientRead;
import sosad.app.history.Snapshot;
import sosad.app.view.Controls;
import sosad.app.view.Layer;
import sosad.model.NodeId;

/**
 * What clients read in the step, beside the nodes that they asked: each as full as there is room for, and nothing where
 * there is none. The time line has it all the same.
 */
public final class ReadLayer extends Layer {
    private static final double GAP = 7;
    private static final int SAMPLES = 24;

    private final Map<NodeId, ReadChip> chips = new TreeMap<>();
    private List<Box> boxes = List.of();

    /** Shows the reads of a moment. */
    public void show(Snapshot snapshot) {
        Map<NodeId, List<ClientRead>> reads = snapshot.reads().stream()
                .collect(Collectors.groupingBy(ClientRead::node, LinkedHashMap::new, Collectors.toList()));
        if (chips.keySet().retainAll(reads.keySet())) {
            getChildren().setAll(chips.values());
        }
        reads.forEach((node, ofNode) -> chip(node).show(ofNode));
    }

    private ReadChip chip(NodeId node) {
        return chips.computeIfAbsent(node, absent -> {
            ReadChip chip = new ReadChip();
            getChildren().add(chip);
            return chip;
        });
    }

    /**
     * Places the reads where they cover neither a card nor each other, and no link if that can be.
     *
     * @param cards where the nodes stand
     * @param taken what else nothing may cover
     * @return what they cover
     */
    public List<Box> place(
            Map<NodeId, Box> cards, Collection<Curve> ways, Box space, Collection<Box> taken, double unit) {
        if (chips.isEmpty()) {
            return List.of();
        }
        List<Box> covered = new ArrayList<>(cards.values());
        covered.addAll(taken);
        boxes = new ArrayList<>();
        chips.forEach((node, chip) -> {
            Optional<Box> place = Optional.ofNullable(cards.get(node))
                    .flatMap(card -> place(chip, card, ways, space, covered, GAP * unit));
            Controls.show(chip, place.isPresent());
            place.ifPresent(box -> {
                chip.resizeRelocate(box.x(), box.y(), box.width(), box.height());
                covered.add(box);
                boxes.add(box);
            });
        });
        return boxes;
    }

    private static Optional<Box> place(
            ReadChip chip, Box card, Collection<Curve> ways, Box space, List<Box> covered, double gap) {
        for (ReadChip.Form form : ReadChip.Form.values()) {
            Dimension2D size = chip.size(form);
            List<Box> free = around(card, size, gap)
                    .filter(box -> box.outside(space) <= 0)
                    .filter(box -> covered.stream().allMatch(other -> other.overlap(box) == 0))
                    .sorted(Comparator.comparingDouble(box -> -distance(box.centre(), space.centre())))
                    .toList();
            if (!free.isEmpty()) {
                return free.stream()
                        .filter(box -> ways.stream().noneMatch(way -> covers(box, way)))
                        .findFirst()
                        .or(() -> Optional.of(free.get(0)));
            }
        }
        return Optional.empty();
    }

    private static Stream<Box> around(Box card, Dimension2D size, double gap) {
        double width = size.getWidth();
        double height = size.getHeight();
        Stream.Builder<Box> places = Stream.builder();
        for (double along : new double[] {0, 0.5, 1}) {
            double x = Math.rint(card.x() + along * (card.width() - width));
            double y = Math.rint(card.y() + along * (card.height() - height));
            places.add(new Box(x, card.y() - gap - height, width, height));
            places.add(new Box(x, card.bottom() + gap, width, height));
            places.add(new Box(card.x() - gap - width, y, width, height));
            places.add(new Box(card.right() + gap, y, width, height));
        }
        return places.build();
    }

    private static double distance(Point one, Point other) {
        return Math.hypot(one.x() - other.x(), one.y() - other.y());
    }

    private static boolean covers(Box box, Curve way) {
        for (int i = 0; i <= SAMPLES; i++) {
            if (box.contains(way.at(i / (double) SAMPLES))) {
                return true;
            }
        }
        return false;
    }
}
