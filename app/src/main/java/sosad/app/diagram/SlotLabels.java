package sosad.app.diagram;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import sosad.app.diagram.SpaceTime.Label;
import sosad.app.diagram.SpaceTime.Tone;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.history.RunEvent;
import sosad.app.history.RunEvent.Handling;
import sosad.app.history.Snapshot;
import sosad.app.history.text.MessageText;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.EnumNames;

/** The texts that belong to a slot, placed as if the slot stood at x = 0. */
final class SlotLabels {
    /** A character of the label font, a monospaced one of 11 px. */
    private static final double CHARACTER = 7.9;

    /** The distance from the middle of what went wrong, whose mark is larger than others, to its text. */
    private static final double BESIDE_LARGE_MARK = 13;

    private static final double BESIDE_AXIS = 8;

    private static final int MAX_KEY = 16;
    private static final int MAX_VALUE = 12;
    private static final int MAX_PARTS = 3;

    /**
     * The distance, to the right of its sending, at which the end of a message is drawn that was lost at once, or is on
     * its link.
     */
    static final double REACH = 46;

    /** The distance, to the right of its sending, at which a held message is drawn. */
    static final double PARKED_REACH = 30;

    private final LaneRule lanes;
    private final List<Label> labels = new ArrayList<>();
    private final List<Box> claims = new ArrayList<>();

    private SlotLabels(LaneRule lanes) {
        this.lanes = lanes;
    }

    /**
     * The texts of a slot and the room it takes.
     *
     * @param labels its texts
     * @param claims what no other text may cover: its texts, and the marks that stand between the lanes
     */
    record Placed(List<Label> labels, List<Box> claims) {}

    static Placed of(Slot slot, LaneRule lanes) {
        SlotLabels texts = new SlotLabels(lanes);
        texts.onLane(slot);
        if (!(slot.first() instanceof RunEvent.Wrote)) { // of which there may be very many
            slot.snapshots().forEach(texts::ofMessage);
        }
        if (slot.leavesScript()) {
            texts.onAxis(slot, "off script", Tone.PARKED);
        }
        texts.labels.forEach(label -> texts.claims.add(label.box()));
        return new Placed(texts.labels, texts.claims);
    }

    private void onLane(Slot slot) {
        RunEvent first = slot.first();
        Optional<NodeId> named = slot.node();
        Optional<NodeId> node = named.filter(lanes::has);
        String text = text(slot);
        if (text.isEmpty()) {
            return;
        }
        if (node.isEmpty()) {
            onAxis(
                    slot,
                    named.map(gateway -> gateway + " ").orElse("") + text,
                    Marks.of(first) == SpaceTime.Mark.FAILURE || first instanceof RunEvent.Checked
                            ? Tone.LOST
                            : Tone.QUIET);
            return;
        }
        double width = text.length() * CHARACTER;
        Tone tone = Marks.of(first) == SpaceTime.Mark.READ_STALE
                ? Tone.PARKED
                : first instanceof RunEvent.Died ? Tone.LOST : Tone.PLAIN;
        labels.add(new Label(text, lanes.label(node.get(), width), 0, tone, node, slot.firstIndex(), slot.lastIndex()));
    }

    private static String text(Slot slot) {
        RunEvent first = slot.first();
        if (first instanceof RunEvent.Wrote) {
            return joined(slot.snapshots(), SlotLabels::key, ", ");
        }
        if (first instanceof RunEvent.Read read) {
            return "get %s: %s%s"
                    .formatted(
                            shortened(read.key().text()),
                            read.value()
                                    .map(Value::text)
                                    .map(SlotLabels::shortValue)
                                    .orElse("nothing"),
                            read.newest().isPresent() ? ", stale" : "");
        }
        if (first instanceof RunEvent.Asked asked) {
            return EnumNames.of(asked.mode()) + " " + shortened(asked.key().text());
        }
        if (first instanceof RunEvent.Skewed skewed) {
            return skewed.by() == 0 ? "clock right" : format("clock %+d", skewed.by());
        }
        if (first instanceof RunEvent.Cut cut) {
            return cut.links().size() == 1
                    ? "cut " + cut.links().get(0)
                    : "cut " + cut.links().size() + " links";
        }
        if (first instanceof RunEvent.RuleSet set) {
            return EnumNames.of(set.rule().treatment()) + " rule";
        }
        if (first instanceof RunEvent.RulesEnded ended) {
            return ended.rules().size() == 1 ? "rule ended" : "rules ended";
        }
        if (first instanceof RunEvent.Checked checked) {
            return checked.met() ? "" : "not as expected";
        }
        return switch (Marks.of(first)) {
            case KILL -> "killed";
            case DEATH -> "died";
            case START -> "started";
            case PAUSE -> "paused";
            case RESUME -> "resumed";
            case MEND -> "mended";
            case FAILURE -> "failed";
            default -> "";
        };
    }

    private static String key(Snapshot snapshot) {
        RunEvent.Wrote wrote = (RunEvent.Wrote) snapshot.what();
        String key = shortened(wrote.entry().key().text());
        return wrote.entry().isTombstone() ? "del " + key : key;
    }

    private void ofMessage(Snapshot snapshot) {
        RunEvent event = snapshot.what();
        int index = snapshot.index();
        if (event instanceof RunEvent.Inquired inquired) {
            double end = lanes.lane(inquired.inquiry().to());
            double side = Math.signum(lanes.lane(inquired.inquiry().from()) - end);
            claims.add(Box.around(new Point(-5, end + 10 * side), 14, 20)); // its head stands free
        } else if (event instanceof RunEvent.Sent sent) {
            Message message = sent.message();
            if (message.fate() == Fate.LOST) {
                beside(index, REACH, message, true, "lost: ", Tone.LOST);
            } else if (message.fate() == Fate.HELD) {
                beside(index, PARKED_REACH, message, false, parked(message), Tone.PARKED);
            } else if (message.fate() == Fate.WAITING) {
                beside(index, REACH, message, true, "waits: ", Tone.PARKED);
            } else {
                claim(REACH - 8, lanes.before(message.from(), message.to()));
            }
        } else if (event instanceof RunEvent.Handled handled) {
            Message message = handled.message();
            claim(0, lanes.after(message.from(), message.to()));
            if (handled.handling() == Handling.LOST || handled.handling() == Handling.DISCARDED) {
                beside(index, 0, message, handled.handling() == Handling.LOST, "lost: ", Tone.LOST);
            } else if (handled.handling() == Handling.REFUSED) {
                beside(index, 0, message, true, "refused: ", Tone.LOST);
            } else if (handled.handling() == Handling.HELD || handled.handling() == Handling.DELAYED) {
                beside(index, 0, message, false, parked(message), Tone.PARKED);
            } else if (handled.handling() == Handling.CORRUPTED) {
                beside(index, 0, message, false, "corrupt: ", Tone.LOST);
            } else if (handled.handling() == Handling.WAITS) {
                beside(index, 0, message, true, "waits: ", Tone.PARKED);
            }
        }
    }

    private static String parked(Message message) {
        return message.isDelayed() ? format("delayed by %d: ", message.stepsLeft()) : "held: ";
    }

    private void beside(int index, double x, Message message, boolean atDestination, String word, Tone tone) {
        String text = word
                + (message.changes().isEmpty()
                        ? shortened(MessageText.changes(message))
                        : joined(message.changes(), SlotLabels::shortened, " "));
        double y =
                atDestination ? lanes.before(message.from(), message.to()) : lanes.after(message.from(), message.to());
        claim(x, y);
        Box box = lanes.besideEnd(x, y, message.from(), message.to(), text.length() * CHARACTER);
        // Where lanes are close, two texts of one push would meet: the one that comes second stands later.
        for (Label other : labels) {
            if (box.overlap(other.box()) > 0) {
                box = box.moved(other.box().right() + CHARACTER - box.x(), 0);
            }
        }
        labels.add(new Label(text, box, x, tone, Optional.of(message.from()), index, index));
    }

    /** Room for a mark. */
    private void claim(double x, double y) {
        claims.add(Box.around(new Point(x, y), 16, 12));
    }

    /** A text on the line that names the steps. */
    private void onAxis(Slot slot, String text, Tone tone) {
        claim(0, lanes.axis());
        double distance = tone == Tone.LOST ? BESIDE_LARGE_MARK : BESIDE_AXIS;
        Box box = lanes.beside(0, lanes.axis(), distance, text.length() * CHARACTER);
        labels.add(new Label(text, box, 0, tone, Optional.empty(), slot.firstIndex(), slot.lastIndex()));
    }

    /** Returns the room for a step's name, as if the step began at 0. */
    static Box name(long time, LaneRule lanes) {
        return lanes.name(("T=" + time).length() * CHARACTER);
    }

    private static <T> String joined(List<T> parts, Function<T, String> text, String comma) {
        int more = parts.size() > MAX_PARTS ? parts.size() - MAX_PARTS + 1 : 0;
        return parts.stream().limit(parts.size() - more).map(text).collect(Collectors.joining(comma))
                + (more > 0 ? " +" + more : "");
    }

    private static String shortValue(String text) {
        int end = text.offsetByCodePoints(0, Math.min(MAX_VALUE, text.codePointCount(0, text.length())));
        String line = text.substring(0, end).replaceAll("\\s", " ");
        return line.isEmpty() ? "\"\"" : end < text.length() ? line + "…" : line;
    }

    private static String shortened(String text) {
        if (text.length() <= MAX_KEY) {
            return text;
        }
        int at = text.lastIndexOf('@');
        return text.substring(0, MAX_KEY - 1) + "…" + (at >= MAX_KEY ? text.substring(at) : "");
    }
}
