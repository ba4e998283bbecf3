package sosad.app.view.stage.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import sosad.app.diagram.Box;
import sosad.app.diagram.BoxPlacer.Place;
import sosad.app.diagram.Curve;
import sosad.app.diagram.Detour;
import sosad.app.diagram.Point;
import sosad.app.fabric.LinkConditions;
import sosad.app.fabric.LinkCounts;
import sosad.app.history.Message;
import sosad.app.history.Snapshot;
import sosad.app.lab.live.LiveState;
import sosad.app.view.Controls;
import sosad.app.view.Layer;
import sosad.app.viewmodel.LinkText;
import sosad.model.Link;
import sosad.model.NodeId;

/** The links between the nodes. */
public final class LinkLayer extends Layer {
    /** With more nodes than this, two nodes have one line between them while nothing is on it. */
    private static final int NODES_WITH_TWO_LINES = 5;

    /** With more nodes than this, a link is drawn only while something is on it. */
    private static final int NODES_WITH_IDLE_LINKS = 9;

    private static final String HELP = "Click it to cut or mend it (Enter; the arrow keys go to the other links)";

    private final ObjectProperty<Consumer<Link>> actions;
    private final Map<Link, LinkLine> lines = new TreeMap<>();
    private List<LinkLine> shown = List.of();
    private Optional<Link> reached = Optional.empty();
    private Map<Link, Curve> ways = Map.of();
    private Map<NodeId, Box> places = Map.of();
    private double placedFor;

    /** @param actions what is done to links; null: nothing can be */
    public LinkLayer(ObjectProperty<Consumer<Link>> actions) {
        this.actions = actions;
    }

    /**
     * Puts the links between these cards, each clear of all other cards; gives the same map as before where the cards
     * have not moved.
     */
    public Map<Link, Curve> between(Map<NodeId, Box> cards, Box space, double unit) {
        if (!cards.equals(places) || unit != placedFor) {
            places = Map.copyOf(cards);
            placedFor = unit;
            ways = Collections.unmodifiableMap(curves(cards, space, unit));
        }
        return ways;
    }

    private static Map<Link, Curve> curves(Map<NodeId, Box> cards, Box space, double unit) {
        Map<Link, Curve> ways = new TreeMap<>();
        List<NodeId> nodes = List.copyOf(cards.keySet());
        List<Box> boxes = List.copyOf(cards.values());
        for (int from = 0; from < nodes.size(); from++) {
            for (int to = 0; to < nodes.size(); to++) {
                if (from != to) {
                    ways.put(new Link(nodes.get(from), nodes.get(to)), Detour.link(from, to, boxes, space, unit));
                }
            }
        }
        return ways;
    }

    /**
     * Draws the links, those with messages in the senders' colours.
     *
     * @param live what is wrong with the links, if the cluster is live
     * @param places where the messages stand that have a box; a link with none of them is idle
     */
    public void draw(Snapshot snapshot, Optional<LiveState> live, Map<Long, Place> places, double unit) {
        Map<Link, List<Message>> messages = snapshot.messages().stream()
                .filter(message -> places.containsKey(message.id()))
                .collect(Collectors.groupingBy(message -> new Link(message.from(), message.to())));
        Map<Long, Double> along = places.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, place -> place.getValue().t()));
        int nodes = snapshot.nodes().size();
        Collection<Box> boxes = places.values().stream().map(Place::box).toList();
        List<LinkLine> drawn = new ArrayList<>();
        ways.forEach((link, way) -> {
            LinkConditions faults = live.map(state -> faults(state, link)).orElse(LinkConditions.NONE);
            boolean isCut = snapshot.cut().contains(link);
            boolean showIdle = nodes <= NODES_WITH_TWO_LINES
                    || (nodes <= NODES_WITH_IDLE_LINKS && link.from().compareTo(link.to()) < 0);
            List<Message> on = messages.getOrDefault(link, List.of());
            if (showIdle || isCut || !faults.isNone() || !on.isEmpty()) {
                LinkLine line = lines.computeIfAbsent(link, this::line);
                line.draw(way, on, along, showIdle, unit);
                line.drawCut(way, isCut, boxes, unit);
                line.drawFaults(faults, unit);
                line.describe(live.map(state -> words(state, link, faults)).orElse(actions.get() == null ? "" : HELP));
                drawn.add(line);
            }
        });
        lines.keySet().retainAll(ways.keySet());
        if (!shown.equals(drawn)) {
            show(drawn);
        }
    }

    private void show(List<LinkLine> drawn) {
        Optional<LinkLine> focused = shown.stream().filter(LinkLine::isFocused).findFirst();
        shown = List.copyOf(drawn);
        getChildren().setAll(shown);
        focused.filter(shown::contains).ifPresent(LinkLine::requestFocus);
        reach(reached.filter(ways::containsKey).map(lines::get).filter(shown::contains));
    }

    /** Lets Tab go to this link, or to the first one; the arrow keys go from there to the others. */
    private void reach(Optional<LinkLine> wanted) {
        if (actions.get() != null && !shown.isEmpty()) {
            LinkLine line = wanted.orElse(shown.get(0));
            reached = Optional.of(line.link());
            shown.forEach(other -> other.setFocusTraversable(other.equals(line)));
        }
    }

    private LinkLine line(Link link) {
        LinkLine line =
                new LinkLine(link, () -> Optional.ofNullable(actions.get()).ifPresent(one -> one.accept(link)));
        line.setOnKeyPressed(key -> pressed(line, key));
        return line;
    }

    private void pressed(LinkLine line, KeyEvent key) {
        switch (key.getCode()) {
            case ENTER -> actions.get().accept(line.link());
            case RIGHT, DOWN -> goBeside(line, 1);
            case LEFT, UP -> goBeside(line, -1);
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void goBeside(LinkLine line, int shift) {
        LinkLine next = shown.get(Math.floorMod(shown.indexOf(line) + shift, shown.size()));
        reach(Optional.of(next));
        next.requestFocus();
    }

    /** Returns the line of a link, if it is drawn; Tab goes to it from now on. */
    public Optional<Node> take(Link link) {
        Optional<LinkLine> line =
                shown.stream().filter(one -> one.link().equals(link)).findFirst();
        line.ifPresent(one -> reach(line));
        return line.map(Node.class::cast);
    }

    /** Dims all links but these, and lines of messages that are not among these; empty: none is dimmed. */
    public void light(Optional<Set<Link>> lit, Optional<Set<Long>> messages) {
        shown.forEach(line -> line.light(messages));
        shown.forEach(line -> Controls.state(
                line,
                "dimmed",
                lit.filter(links -> !links.contains(line.link())).isPresent()));
    }

    /** Returns the middle of a link. */
    public Point middle(Link link) {
        return ways.get(link).at(0.5);
    }

    private static LinkConditions faults(LiveState live, Link link) {
        return live.faults().links().getOrDefault(link, LinkConditions.NONE);
    }

    private static String words(LiveState live, Link link, LinkConditions faults) {
        return LinkText.inFull(link, faults, live.counts().getOrDefault(link, LinkCounts.NONE));
    }
}
