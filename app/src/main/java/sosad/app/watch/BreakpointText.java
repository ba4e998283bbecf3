package sosad.app.watch;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sosad.app.scenario.Expectation;
import sosad.app.watch.Breakpoint.Limit;
import sosad.app.watch.Breakpoint.RowPasses.Comparison;
import sosad.app.watch.Breakpoint.RowPasses.Part;
import sosad.app.yaml.NearestWord;
import sosad.app.yaml.Quoted;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.RefusedException;
import sosad.model.Value;
import sosad.protocol.EnumNames;
import sosad.wire.FrameKind;

/** Reads breakpoints in the words of {@code docs/watch.md}, the same in the window, the API and on the command line. */
public final class BreakpointText {
    /** The most characters of a breakpoint. */
    public static final int MAX_CHARACTERS = 500;

    private static final Pattern ROW = Pattern.compile("([^-]+)-(now|prev)");
    private static final List<String> STARTS = List.of("key", "write", "message", "expect");
    private static final String ALL = "all nodes show the same";

    private final WordReader words;

    private BreakpointText(String text) {
        words = new WordReader(text);
    }

    /** @throws InvalidBreakpointException if the text is no breakpoint, saying what would be */
    public static Breakpoint parse(String text) {
        if (text.length() > MAX_CHARACTERS) {
            throw new InvalidBreakpointException(
                    format("a breakpoint has at most %d characters, this has %d", MAX_CHARACTERS, text.length()));
        }
        BreakpointText reader = new BreakpointText(text);
        Breakpoint breakpoint = reader.breakpoint();
        reader.words.end();
        return breakpoint;
    }

    private Breakpoint breakpoint() {
        String first = words.next("key, write, message, expect or a row such as B-now");
        return switch (first) {
            case "key" -> key();
            case "write" -> {
                words.expect("lost");
                yield new Breakpoint.WriteLost(words.skip("of") ? Optional.of(aKey()) : Optional.empty());
            }
            case "message" -> message();
            case "expect" -> expectation();
            default -> row(first);
        };
    }

    private Breakpoint key() {
        Key key = aKey();
        if (words.choose("changes", "differs").equals("changes")) {
            return new Breakpoint.KeyChanges(key, optionalNode("at"));
        }
        Set<NodeId> on = Set.of();
        if (words.skip("on")) {
            NodeId one = node();
            words.expect("and");
            NodeId other = node();
            if (one.equals(other)) {
                throw new InvalidBreakpointException(
                        "a key differs on two nodes, not on %s and %s".formatted(one, one));
            }
            on = Set.of(one, other);
        }
        return new Breakpoint.KeyDiffers(key, on, words.skip("for") ? Optional.of(limit()) : Optional.empty());
    }

    private Limit limit() {
        words.expect("more");
        words.expect("than");
        long amount = words.number();
        return new Limit(amount, words.choose("steps", "ms").equals("ms") ? Limit.Unit.MS : Limit.Unit.STEPS);
    }

    private Breakpoint message() {
        Optional<FrameKind> kind = words.peek().flatMap(word -> FrameKind.MESSAGES.stream()
                .filter(one -> EnumNames.of(one).equals(word))
                .findFirst());
        kind.ifPresent(known -> words.next("a kind"));
        Optional<NodeId> from = optionalNode("from");
        Optional<NodeId> to = optionalNode("to");
        Optional<Key> carries = words.skip("with") ? Optional.of(aKey()) : Optional.empty();
        words.peek().ifPresent(rest -> {
            List<String> kinds = FrameKind.MESSAGES.stream().map(EnumNames::of).toList();
            List<String> valid = Stream.concat(
                            kind.isEmpty() && from.isEmpty() && to.isEmpty() ? kinds.stream() : Stream.empty(),
                            Stream.of("from", "to", "with"))
                    .toList();
            throw WordReader.unknown(rest, valid);
        });
        return new Breakpoint.MessageSent(kind, from, to, carries);
    }

    private Breakpoint row(String first) {
        Matcher row = ROW.matcher(first);
        if (!row.matches()) {
            throw WordReader.unknown(first, STARTS);
        }
        NodeId peer = node(row.group(1));
        Part part = row.group(2).equals("now") ? Part.NOW : Part.PREV;
        words.expect("at");
        NodeId at = node();
        String sign = words.next("a sign: >=, >, <=, < or =");
        Comparison comparison = Stream.of(Comparison.values())
                .filter(one -> one.sign().equals(sign) || isUnicode(one, sign))
                .findFirst()
                .orElseThrow(() -> new InvalidBreakpointException(
                        "%s is no sign: use >=, >, <=, < or =".formatted(Quoted.of(sign))));
        return new Breakpoint.RowPasses(at, peer, part, comparison, words.number());
    }

    private static boolean isUnicode(Comparison comparison, String sign) {
        return (comparison == Comparison.AT_LEAST && sign.equals("≥"))
                || (comparison == Comparison.AT_MOST && sign.equals("≤"));
    }

    private Breakpoint expectation() {
        if (words.isRest("fails")) {
            return new Breakpoint.ExpectationFails(Optional.empty());
        }
        return new Breakpoint.ExpectationFails(Optional.of(claim()));
    }

    private Expectation claim() {
        if (words.isRest(ALL)) {
            return new Expectation.Converged(true);
        }
        NodeId at = node(words.next("fails, a node, or \"%s\"".formatted(ALL)));
        if (words.choose("holds", "has").equals("has")) {
            Matcher now = rowWord("now");
            long nowValue = words.number();
            words.expect("and");
            Matcher prev = rowWord("prev");
            if (!now.group(1).equals(prev.group(1))) {
                throw new InvalidBreakpointException(
                        "both numbers are of one row: write %s-prev".formatted(now.group(1)));
            }
            return new Expectation.RowIs(at, node(now.group(1)), nowValue, words.number());
        }
        String first = words.next("a key, or \"no\" and a key");
        if (first.equals("no") && !words.peek().map("="::equals).orElse(false)) {
            return new Expectation.Lacks(at, aKey());
        }
        Key key = key(first);
        words.expect("=");
        return new Expectation.Holds(at, key, parsed(words.rest("a value"), Value::of));
    }

    private Matcher rowWord(String part) {
        String word = words.next("a row such as B-" + part);
        Matcher row = ROW.matcher(word);
        if (!row.matches() || !row.group(2).equals(part)) {
            throw new InvalidBreakpointException(
                    "%s is not %s of a row: write B-%s".formatted(Quoted.of(word), part, part));
        }
        return row;
    }

    private Optional<NodeId> optionalNode(String preposition) {
        return words.skip(preposition) ? Optional.of(node()) : Optional.empty();
    }

    private NodeId node() {
        return node(words.next("a node"));
    }

    private static NodeId node(String name) {
        if (!NodeId.isValid(name)) {
            throw new InvalidBreakpointException(
                    "%s is no node: a letter, then at most 7 letters or digits".formatted(Quoted.of(name)));
        }
        return new NodeId(name);
    }

    private Key aKey() {
        return key(words.next("a key"));
    }

    private static Key key(String text) {
        return parsed(text, Key::new);
    }

    private static <T> T parsed(String text, Function<String, T> type) {
        try {
            return type.apply(text);
        } catch (RefusedException e) {
            throw new InvalidBreakpointException("%s: %s".formatted(Quoted.of(text), e.getMessage()));
        }
    }

    /** Returns what is wrong with a breakpoint for a cluster of these nodes, if anything is. */
    public static Optional<String> unknownNode(Breakpoint breakpoint, List<NodeId> nodes) {
        return breakpoint.nodes().stream()
                .filter(node -> !nodes.contains(node))
                .sorted()
                .findFirst()
                .map(node -> "there is no node %s; %s"
                        .formatted(
                                node,
                                NearestWord.hint(
                                        node.name(),
                                        nodes.stream().map(NodeId::name).toList())));
    }
}
