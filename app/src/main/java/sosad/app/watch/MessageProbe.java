package sosad.app.watch;

import static sosad.model.PlainFormat.format;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import sosad.app.fabric.LinkEvent;
import sosad.app.history.Fate;
import sosad.app.history.History;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.lab.live.LiveState;
import sosad.model.Entry;
import sosad.model.Link;
import sosad.protocol.Content;
import sosad.protocol.EnumNames;
import sosad.protocol.Inquiry;
import sosad.protocol.Update;
import sosad.wire.FrameKind;

/**
 * In steps every message counts when it is sent, those of a read at once included. Live, links count what enters them,
 * and a kind is seen in the sample of what has ended; what messages carry is not seen.
 */
final class MessageProbe implements BreakpointProbe {
    private final Breakpoint.MessageSent wanted;

    /** A message for a paused node is told twice: when it begins to wait, and when it waits no more. */
    private final Set<Inquiry> waiting = new HashSet<>();

    private Map<Link, Long> sent = Map.of();

    MessageProbe(Breakpoint.MessageSent wanted) {
        this.wanted = wanted;
    }

    @Override
    public void begin(History history, HeldEntries held) {
        // A message is sent once.
    }

    @Override
    public Optional<String> next(Snapshot snapshot, HeldEntries held, List<HeldEntries.Change> changes) {
        return content(snapshot.what()).filter(this::isWanted).map(MessageProbe::words);
    }

    private Optional<Content> content(RunEvent what) {
        if (what instanceof RunEvent.Sent one) {
            return Optional.of(one.message().content());
        } else if (what instanceof RunEvent.Inquired inquired) {
            boolean isNew = !waiting.remove(inquired.inquiry());
            if (inquired.fate() == Fate.WAITING) {
                waiting.add(inquired.inquiry());
            }
            return Optional.<Content>of(inquired.inquiry()).filter(content -> isNew);
        }
        return Optional.empty();
    }

    private boolean isWanted(Content content) {
        return wanted.kind().map(FrameKind.of(content)::equals).orElse(true)
                && isWanted(new Link(content.from(), content.to()))
                && wanted.carries()
                        .map(key ->
                                entries(content).anyMatch(entry -> entry.key().equals(key)))
                        .orElse(true);
    }

    private boolean isWanted(Link link) {
        return wanted.from().map(link.from()::equals).orElse(true)
                && wanted.to().map(link.to()::equals).orElse(true);
    }

    private static Stream<Entry> entries(Content content) {
        return content instanceof Update update ? update.changes().stream() : ((Inquiry) content).carried().stream();
    }

    private static String words(Content content) {
        List<String> entries = entries(content)
                .map(entry -> format("%s@%d", entry.key(), entry.timestamp()))
                .toList();
        return "%s → %s: %s with %s"
                .formatted(
                        content.from(),
                        content.to(),
                        EnumNames.of(FrameKind.of(content)),
                        entries.isEmpty() ? "no entries" : String.join(", ", entries));
    }

    @Override
    public Optional<String> live(LiveState state) {
        if (wanted.carries().isPresent()) {
            return Optional.empty();
        }
        Map<Link, Long> before = sent;
        sent = new TreeMap<>();
        state.counts().forEach((link, counts) -> sent.put(link, counts.sent()));
        Optional<Link> found = wanted.kind().isPresent()
                ? state.sample().some().stream()
                        .filter(event -> event.kind() == wanted.kind().get() && isWanted(event.link()))
                        .map(LinkEvent::link)
                        .findFirst()
                : sent.keySet().stream()
                        .filter(this::isWanted)
                        .filter(link -> sent.get(link) > before.getOrDefault(link, 0L))
                        .findFirst();
        return found.map(link -> "%s → %s: %s"
                .formatted(
                        link.from(), link.to(), wanted.kind().map(EnumNames::of).orElse("a message")));
    }
}
