package sosad.app.lab.step;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sosad.app.history.HistoryEvent;
import sosad.app.history.Message;
import sosad.app.history.PersistentList;
import sosad.app.history.RunEvent;
import sosad.app.history.RunEvent.Handling;
import sosad.app.scenario.TrafficRule.Treatment;
import sosad.model.Entry;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Version;
import sosad.protocol.Inquiry;

/** Knows of what has happened what later events can follow from, and makes events out of what happens. */
final class CauseIndex {
    private static final Comparator<HistoryEvent> BY_ID = Comparator.comparingInt(HistoryEvent::id);

    /** A store's writes are counted. */
    private record Store(NodeId node, long id) {
        static Store of(Version version) {
            return new Store(version.origin(), version.storeId());
        }
    }

    private record Question(NodeId by, long read, NodeId to) {}

    private final Map<Store, PersistentList<HistoryEvent>> writes = new HashMap<>();
    private final Map<Long, HistoryEvent> sendings = new HashMap<>();
    private final Map<Long, HistoryEvent> corruptions = new HashMap<>();
    private final Map<Question, HistoryEvent> questions = new HashMap<>();
    private final Map<Link, HistoryEvent> cuts = new HashMap<>();
    private final Map<NodeId, HistoryEvent> changes = new HashMap<>();
    private final Map<Integer, HistoryEvent> rules = new HashMap<>();
    private final TreeSet<HistoryEvent> because = new TreeSet<>(BY_ID);

    CauseIndex copy() {
        CauseIndex copy = new CauseIndex();
        copy.writes.putAll(writes);
        copy.sendings.putAll(sendings);
        copy.corruptions.putAll(corruptions);
        copy.questions.putAll(questions);
        copy.cuts.putAll(cuts);
        copy.changes.putAll(changes);
        copy.rules.putAll(rules);
        copy.because.addAll(because);
        return copy;
    }

    /** Notes that the next event follows from the setting of this rule. */
    void becauseOf(RuleBook.Due rule) {
        because(rules.get(rule.setBy()));
    }

    /** Notes that the next event follows from the cut of this link. */
    void becauseOf(Link link) {
        because(cuts.get(link));
    }

    /** Notes that the next event follows from the last change of this process. */
    void becauseOf(NodeId process) {
        because(changes.get(process));
    }

    /**
     * Notes which links are cut when the clocks stop.
     *
     * @param lasting those of them that were cut before the nodes ran by their own clocks and never healed since
     * @param live that the nodes ran by their own clocks, to which the cuts made meanwhile belong
     */
    void clocksStop(Set<Link> cut, Set<Link> lasting, HistoryEvent live) {
        cuts.keySet().retainAll(lasting);
        cut.stream().filter(link -> !lasting.contains(link)).forEach(link -> cuts.put(link, live));
    }

    private void because(HistoryEvent event) {
        if (event != null) {
            because.add(event);
        }
    }

    /** A new step begins: of these messages alone will more be told. */
    void forgetAllBut(Collection<Long> messages) {
        sendings.keySet().retainAll(messages);
        corruptions.keySet().retainAll(messages);
        questions.values().retainAll(sendings.values()); // one that is held may still be answered
    }

    /** This has happened. */
    HistoryEvent event(int id, RunEvent what, HistoryEvent.Trigger trigger) {
        inferFrom(what);
        HistoryEvent event = new HistoryEvent(id, what, trigger, List.copyOf(because));
        because.clear();
        note(event);
        return event;
    }

    private void inferFrom(RunEvent what) {
        if (what instanceof RunEvent.Sent sent) {
            sent.message().entries().forEach(this::becauseOfWrite);
            sent.message().inquiry().ifPresent(this::becauseOfQuestion);
        } else if (what instanceof RunEvent.Inquired inquired) {
            inquired.inquiry().carried().ifPresent(this::becauseOfWrite);
            becauseOfQuestion(inquired.inquiry());
        } else if (what instanceof RunEvent.Mended mended) {
            mended.links().forEach(this::becauseOf);
        } else if (what instanceof RunEvent.Started started) {
            becauseOf(started.node());
        } else if (what instanceof RunEvent.Resumed resumed) {
            becauseOf(resumed.node());
        }
        message(what).ifPresent(message -> because(sendings.get(message.id())));
        if (what instanceof RunEvent.Handled handled && handled.handling() == Handling.REFUSED) {
            because(corruptions.get(handled.message().id()));
        }
    }

    private void becauseOfQuestion(Inquiry inquiry) {
        if (inquiry instanceof Inquiry.Answer answer) {
            because(questions.get(new Question(answer.to(), answer.read(), answer.from())));
        }
    }

    private void noteQuestion(Inquiry inquiry, HistoryEvent event) {
        if (inquiry instanceof Inquiry.Ask ask) {
            questions.put(new Question(ask.from(), ask.read(), ask.to()), event);
        }
    }

    /** The message to which this happens after its sending. */
    private static Optional<Message> message(RunEvent what) {
        if (what instanceof RunEvent.Delivered delivered) {
            return Optional.of(delivered.message());
        } else if (what instanceof RunEvent.Handled handled) {
            return Optional.of(handled.message());
        } else if (what instanceof RunEvent.Split split) {
            return Optional.of(split.message());
        }
        return what instanceof RunEvent.Reordered reordered ? Optional.of(reordered.message()) : Optional.empty();
    }

    private void note(HistoryEvent event) {
        RunEvent what = event.what();
        if (what instanceof RunEvent.Wrote wrote) {
            Store store = Store.of(wrote.entry().version());
            writes.put(store, writes.getOrDefault(store, PersistentList.empty()).plus(event));
        } else if (what instanceof RunEvent.Sent sent) {
            long id = sent.message().id();
            sendings.put(id, event);
            sent.message().inquiry().ifPresent(inquiry -> noteQuestion(inquiry, event));
            if (sent.message().corrupt()) {
                corruptions.put(
                        id,
                        event.causes().stream()
                                .filter(CauseIndex::corrupts)
                                .findFirst()
                                .orElse(event));
            }
        } else if (what instanceof RunEvent.Handled handled && handled.handling() == Handling.CORRUPTED) {
            corruptions.put(handled.message().id(), event);
        } else if (what instanceof RunEvent.Split split) {
            inherit(split, sendings);
            inherit(split, corruptions);
        } else if (what instanceof RunEvent.Inquired inquired) {
            noteQuestion(inquired.inquiry(), event);
        } else if (what instanceof RunEvent.Cut cut) {
            cut.links().forEach(link -> cuts.putIfAbsent(link, event));
        } else if (what instanceof RunEvent.Mended mended) {
            cuts.keySet().removeAll(mended.links());
        } else if (what instanceof RunEvent.RuleSet) {
            rules.put(event.id(), event);
        }
        process(what).ifPresent(process -> changes.put(process, event));
    }

    private static boolean corrupts(HistoryEvent event) {
        return event.what() instanceof RunEvent.RuleSet set && set.rule().treatment() == Treatment.CORRUPT;
    }

    private static void inherit(RunEvent.Split split, Map<Long, HistoryEvent> events) {
        HistoryEvent event = events.get(split.message().id());
        if (event != null) {
            events.put(split.copy().id(), event);
        }
    }

    /** The process that becomes another by this. */
    private static Optional<NodeId> process(RunEvent what) {
        if (what instanceof RunEvent.Killed killed) {
            return Optional.of(killed.node());
        } else if (what instanceof RunEvent.Died died) {
            return Optional.of(died.node());
        } else if (what instanceof RunEvent.Started started) {
            return Optional.of(started.node());
        } else if (what instanceof RunEvent.Paused paused) {
            return Optional.of(paused.node());
        }
        return what instanceof RunEvent.Resumed resumed ? Optional.of(resumed.node()) : Optional.empty();
    }

    /** A write is known by its place among those of its store; what a message stamps on it is another timestamp. */
    private void becauseOfWrite(Entry entry) {
        List<HistoryEvent> all = writes.getOrDefault(Store.of(entry.version()), PersistentList.empty());
        int low = 0;
        for (int high = all.size(); low < high; ) {
            int middle = (low + high) >>> 1;
            if (sequence(all.get(middle)) < entry.version().sequence()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low < all.size() && sequence(all.get(low)) == entry.version().sequence()) {
            because.add(all.get(low));
        }
    }

    private static long sequence(HistoryEvent write) {
        return ((RunEvent.Wrote) write.what()).entry().version().sequence();
    }
}
