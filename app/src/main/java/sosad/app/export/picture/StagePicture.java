package sosad.app.export.picture;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sosad.app.diagram.Box;
import sosad.app.diagram.Curve;
import sosad.app.diagram.Point;
import sosad.app.diagram.Ring;
import sosad.app.diagram.SpaceTime.Life;
import sosad.app.export.picture.Picture.Align;
import sosad.app.export.picture.Picture.Colour;
import sosad.app.export.picture.Picture.Face;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.history.NodeState;
import sosad.app.history.Snapshot;
import sosad.app.history.text.MessageText;
import sosad.model.Entry;
import sosad.model.Link;
import sosad.model.NodeId;

/** A moment's stage as a picture: the nodes on a circle with what they hold, and the messages between them. */
public final class StagePicture {
    private static final double MIN_WIDTH = 900;
    private static final double MIN_HEIGHT = 560;
    private static final double HEAD = 44;
    private static final double LINE = 18;
    private static final double CHARACTER = 7.85;
    private static final double BOW = 26;
    private static final int MAX_LINES = 14;
    private static final int MAX_CHARACTERS = 34;

    private final Snapshot moment;
    private final PictureColours colours;
    private final Sketch sketch = new Sketch();
    private final MarkSigns signs;
    private final Map<NodeId, List<String>> lines = new TreeMap<>();
    private final Map<NodeId, Box> cards = new HashMap<>();

    private StagePicture(Snapshot moment, PictureColours colours) {
        this.moment = moment;
        this.colours = colours;
        this.signs = new MarkSigns(sketch, colours);
    }

    /** Returns the stage at a moment. */
    public static Picture of(String title, Snapshot moment, PictureColours colours) {
        return new StagePicture(moment, colours).picture(title);
    }

    private Picture picture(String title) {
        moment.nodes().forEach(node -> lines.put(node.id(), lines(node)));
        double cardWidth = 24
                + CHARACTER
                        * lines.values().stream()
                                .flatMap(List::stream)
                                .mapToInt(StagePicture::length)
                                .max()
                                .orElse(0);
        cardWidth = Math.max(170, cardWidth);
        double cardHeight =
                46 + LINE * lines.values().stream().mapToInt(List::size).max().orElse(0);
        int count = moment.nodes().size();
        double width = Math.max(MIN_WIDTH, cardWidth * (count <= 4 ? 3.4 : 1.2 + count / 2.2));
        double least = count <= 2 ? cardHeight + 140 : MIN_HEIGHT;
        double height = Math.max(least, cardHeight * (count <= 2 ? 1 : count <= 4 ? 2.9 : 1.1 + count / 2.6) + HEAD);
        Box space = new Box(24, HEAD + 8, width - 48, height - HEAD - 28);
        List<Box> places = Ring.places(count, space, cardWidth, cardHeight);
        for (int i = 0; i < count; i++) {
            cards.put(moment.nodes().get(i).id(), places.get(i));
        }
        sketch.bold(colours.of("text"), heading(title), 24, 26, Align.LEFT);
        Map<Link, List<Message>> messages = messages();
        for (NodeState from : moment.nodes()) {
            for (NodeState to : moment.nodes()) {
                if (!from.id().equals(to.id())) {
                    Link link = new Link(from.id(), to.id());
                    link(link, messages.getOrDefault(link, List.of()));
                }
            }
        }
        messages.forEach(this::messagesOn);
        moment.nodes().forEach(this::card);
        return sketch.picture(heading(title), width, height, colours.of("ground"));
    }

    private String heading(String title) {
        String phase =
                switch (moment.phase()) {
                    case IN_FLIGHT -> ", in flight";
                    case LIVE -> ", live";
                    default -> "";
                };
        return format("%s · T = %d%s", title, moment.time(), phase);
    }

    /** Those of this step that are not delivered, and older ones that are still held or waiting. */
    private Map<Link, List<Message>> messages() {
        Map<Link, List<Message>> byLink = new TreeMap<>();
        for (Message message : moment.messages()) {
            if (message.fate() != Fate.DELIVERED && message.fate() != Fate.DISCARDED) {
                byLink.computeIfAbsent(new Link(message.from(), message.to()), link -> new ArrayList<>())
                        .add(message);
            }
        }
        return byLink;
    }

    private Curve way(Link link) {
        return Curve.between(cards.get(link.from()), cards.get(link.to()), BOW);
    }

    private void link(Link link, List<Message> messages) {
        Curve way = way(link);
        if (moment.cut().contains(link)) {
            sketch.curve(colours.of("lost"), 1.25, way, 5, 5);
            Point middle = way.at(0.5);
            if (messages.isEmpty()) {
                sketch.cross(colours.of("lost"), middle.x(), middle.y(), 5);
            }
        } else if (messages.stream().anyMatch(message -> message.fate() == Fate.LOST)) {
            sketch.curve(colours.of("lost"), 1.5, way, 5, 4);
        } else {
            Colour colour = messages.isEmpty() ? colours.of("line-strong") : colours.of(link.from());
            sketch.curve(colour, messages.isEmpty() ? 1 : 1.5, way);
            sketch.head(colour, way.at(0.97), way.end());
        }
    }

    /** Several on one link stand behind each other, the first in front. */
    private void messagesOn(Link link, List<Message> messages) {
        Curve way = way(link);
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            double place = place(message) - (messages.size() == 1 ? 0 : 0.5 * i / messages.size());
            message(message, way.at(Math.max(0.1, place)));
        }
    }

    private static double place(Message message) {
        return switch (message.fate()) {
            case HELD -> 0.3;
            case WAITING -> 0.76;
            default -> 0.56;
        };
    }

    private void message(Message message, Point at) {
        String text = shortened(MessageText.kind(message) + " " + MessageText.changes(message))
                + (message.copies() > 1 ? " ×" + message.copies() : "")
                + (message.corrupt() ? ", corrupt" : "");
        Colour colour =
                switch (message.fate()) {
                    case LOST -> colours.of("lost");
                    case HELD, WAITING -> colours.of("held");
                    default -> colours.of(message.from());
                };
        double width = length(text) * CHARACTER + 30;
        Box chip = Box.around(at, width, 24);
        sketch.ground(colours.of("pane"), chip, 6);
        sketch.border(colour, 1.5, chip, 6);
        double sign = chip.x() + 13;
        switch (message.fate()) {
            case LOST -> sketch.cross(colour, sign, at.y(), 4);
            case HELD, WAITING -> sketch.bars(colour, sign, at.y());
            default -> sketch.dot(colour, sign, at.y(), 4);
        }
        sketch.mono(message.fate() == Fate.LOST ? colour : colours.of("text"), text, chip.x() + 22, at.y());
    }

    private void card(NodeState node) {
        Box card = cards.get(node.id());
        Life life =
                switch (node.status()) {
                    case UP -> Life.UP;
                    case PAUSED -> Life.PAUSED;
                    case DEAD -> Life.DEAD;
                };
        sketch.ground(colours.of("pane"), card, 10);
        Colour border = colours.of(life == Life.DEAD ? "dead" : life == Life.PAUSED ? "held" : "line-strong");
        if (life == Life.DEAD) {
            sketch.border(border, 1.25, card, 10, 4, 4);
        } else {
            sketch.border(border, life == Life.PAUSED ? 2 : 1, card, 10);
        }
        signs.badge(node.id(), life, new Point(card.x() + 10, card.y() + 18), 11, Align.LEFT);
        String skew = node.skew() == 0 ? "" : format(", clock %+d", node.skew());
        sketch.text(
                Face.SANS,
                colours.of(life == Life.PAUSED ? "held" : "muted"),
                (life == Life.UP ? "up" : life == Life.DEAD ? "dead" : "paused") + skew,
                card.right() - 12,
                card.y() + 18,
                Align.RIGHT);
        double y = card.y() + 44;
        for (String line : lines.get(node.id())) {
            sketch.mono(colours.of(line.startsWith("+") ? "muted" : "text"), line, card.x() + 12, y);
            y += LINE;
        }
    }

    /** What is known of each peer, then the entries in the order of the document's table. */
    private static List<String> lines(NodeState node) {
        List<String> lines = new ArrayList<>();
        node.rows().forEach((peer, row) -> lines.add(format("%s  now %d  prev %d", peer, row.now(), row.prev())));
        List<Entry> entries = node.entries().stream().sorted(Entry.TABLE_ORDER).toList();
        entries.forEach(entry -> lines.add(shortened(format(
                "%s@%d = %s",
                entry.key(),
                entry.timestamp(),
                entry.value().map(Object::toString).orElse("(deleted)")))));
        if (lines.size() <= MAX_LINES) {
            return lines;
        }
        List<String> some = new ArrayList<>(lines.subList(0, MAX_LINES - 1));
        some.add(format("+ %d more", lines.size() - some.size()));
        return some;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String shortened(String text) {
        return length(text) <= MAX_CHARACTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_CHARACTERS - 1)) + "…";
    }
}
