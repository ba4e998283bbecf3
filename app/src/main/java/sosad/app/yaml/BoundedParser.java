package sosad.app.yaml;

import static sosad.model.PlainFormat.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.parser.Parser;

/**
 * Refuses, before a tree is built of it, a file that would exhaust the stack (lists within lists) or memory (aliases of
 * aliases), and tags, which have no meaning here.
 */
final class BoundedParser implements Parser {
    /** The greatest depth of nested lists and mappings; a scenario needs eight, the deepest of our files. */
    static final int MAX_DEPTH = 16;

    /** The most values in a file, with each alias counted as everything it stands for. */
    static final int MAX_VALUES = 1_100_000;

    private final Parser parser;
    private final String file;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<Anchor, Integer> sizes = new HashMap<>();
    private int values;

    /** A list or mapping that has begun, and how many values stood before it. */
    private record Open(Optional<Anchor> anchor, int valuesBefore) {}

    BoundedParser(Parser parser, String file) {
        this.parser = parser;
        this.file = file;
    }

    @Override
    public boolean hasNext() {
        return parser.hasNext();
    }

    @Override
    public boolean checkEvent(Event.ID id) {
        return parser.checkEvent(id);
    }

    @Override
    public Event peekEvent() {
        return parser.peekEvent();
    }

    @Override
    public Event next() {
        Event event = parser.next();
        if (event instanceof AliasEvent alias) {
            count(sizeOf(alias), event);
        } else if (event instanceof ScalarEvent scalar) {
            refuseTag(scalar.getTag(), event);
            count(1, event);
            scalar.getAnchor().ifPresent(anchor -> sizes.put(anchor, 1));
        } else if (event instanceof CollectionStartEvent start) {
            refuseTag(start.getTag(), event);
            begin(start);
        } else if (event instanceof CollectionEndEvent) {
            Open ended = open.pop();
            ended.anchor().ifPresent(anchor -> sizes.put(anchor, values - ended.valuesBefore()));
        }
        return event;
    }

    private void begin(NodeEvent start) {
        if (open.size() == MAX_DEPTH) {
            throw refusal(
                    start, format("lists and mappings are nested more than %d deep; a scenario needs 8", MAX_DEPTH));
        }
        open.push(new Open(start.getAnchor(), values));
        count(1, start);
    }

    private int sizeOf(AliasEvent alias) {
        Anchor anchor = alias.getAlias();
        if (open.stream().anyMatch(ancestor -> ancestor.anchor().equals(Optional.of(anchor)))) {
            throw refusal(alias, "the alias *%s contains itself; write it out".formatted(anchor));
        }
        return sizes.getOrDefault(anchor, 1); // an alias of nothing is refused by the composer
    }

    private void count(int more, Event event) {
        values += more;
        if (values > MAX_VALUES) {
            throw refusal(
                    event, format("more than %,d values, aliases written out; make the file smaller", MAX_VALUES));
        }
    }

    private void refuseTag(Optional<String> tag, Event event) {
        if (tag.isPresent()) {
            throw refusal(event, "the tag %s has no meaning here; leave it out".formatted(Quoted.of(tag.get())));
        }
    }

    private YamlFileException refusal(Event event, String problem) {
        return Place.of(file, event.getStartMark()).error(problem);
    }
}
