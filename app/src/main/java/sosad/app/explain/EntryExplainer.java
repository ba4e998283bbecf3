package sosad.app.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sosad.app.history.HistoryEvent;
import sosad.app.history.NodeState;
import sosad.app.history.RunEvent;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;

/** Explains why a node holds what it holds under a key. */
final class EntryExplainer {
    private final RunStory story;
    private final Question.OfEntry question;
    private final NodeId at;
    private final Key key;
    private final Set<Sentence> because = new LinkedHashSet<>();
    private final Set<Integer> causes = new HashSet<>();

    EntryExplainer(RunStory story, Question.OfEntry question) {
        this.story = story;
        this.question = question;
        this.at = question.at();
        this.key = question.key();
    }

    Explanation explain() {
        Optional<Entry> holds = story.held(at, key, story.end());
        Optional<Entry> newest = story.now().nodes().stream()
                .flatMap(node -> node.entry(key).stream())
                .max(Comparator.comparing(Entry::version));
        List<NodeId> holders = story.now().nodes().stream()
                .filter(node -> newest.isPresent() && node.entry(key).equals(newest))
                .map(NodeState::id)
                .toList();
        if (!story.now().hasProcess(at)) {
            dead();
        } else {
            add(new EntryOrigin(story, key), holds, newest);
            List<Obstacle> obstacles = new ObstacleSearch(story, key, at).find(at, Beyond.what(holds));
            obstacles.forEach(obstacle -> because.addAll(obstacle.sentences()));
            causes.addAll(Obstacle.causes(obstacles));
            lostWrites();
            failures();
        }
        List<Sentence> sentences = new ArrayList<>(Sentence.merged(because));
        sentences.sort(Comparator.comparingInt(EntryExplainer::place));
        holders(sentences, holds, newest, holders);
        EntryOutlook outlook = new EntryOutlook(story, at, key);
        return new Explanation(
                question,
                story.end(),
                holds,
                newest,
                holders,
                outlook.heals(),
                outlook.sentence(),
                sentences,
                events(sentences),
                causes);
    }

    private static int place(Sentence sentence) {
        return sentence.events().get(0);
    }

    private Set<Integer> events(List<Sentence> sentences) {
        Set<Integer> events = new HashSet<>(causes);
        sentences.forEach(sentence -> events.addAll(sentence.events()));
        return events;
    }

    private void dead() {
        HistoryEvent death = story.death(at, story.end()).orElse(story.now().event());
        because.add(new Sentence("%s's process has ended: it holds nothing.".formatted(at), List.of(death.id())));
        if (story.held(at, key, death.id() - 1).isPresent()) {
            causes.add(death.id());
        }
    }

    /** How what is held came, and where what is lacked was written. */
    private void add(EntryOrigin origin, Optional<Entry> holds, Optional<Entry> newest) {
        if (holds.isPresent()) {
            origin.follow(at, story.end());
            because.addAll(origin.sentences());
            causes.addAll(origin.causes());
        }
        if (newest.isPresent() && !newest.equals(holds)) {
            write(newest.get()).ifPresent(because::add);
        }
    }

    private Optional<Sentence> write(Entry newest) {
        for (int id = story.end(); id > 0; id--) {
            if (story.event(id).what() instanceof RunEvent.Wrote wrote
                    && wrote.entry().stamped(0).equals(newest.stamped(0))) {
                return Optional.of(new Sentence(EntryOrigin.written(wrote), List.of(id)));
            }
        }
        return Optional.empty();
    }

    /** What clients wrote here and was overtaken already. */
    private void lostWrites() {
        for (int id = 1; id <= story.end(); id++) {
            if (story.event(id).what() instanceof RunEvent.Wrote wrote
                    && wrote.lost()
                    && wrote.node().equals(at)
                    && wrote.entry().key().equals(key)) {
                Entry winner = story.held(at, key, id).orElseThrow();
                because.add(new Sentence(
                        "A client's write of %s at %s lost at once: %s held %s, which is newer."
                                .formatted(Phrases.of(wrote.entry()), at, at, Phrases.of(winner)),
                        List.of(id)));
            }
        }
    }

    /** What clients could not write here, and what the holders could not send. */
    private void failures() {
        for (NodeId node : story.plan().nodes()) {
            for (FailedAction failed : story.failures(node)) {
                int id = failed.event().id();
                boolean isLost = node.equals(at)
                        ? failed.isWriteOf(key)
                        : failed.isSendingTo(at) && story.held(node, key, id).isPresent();
                if (isLost) {
                    because.add(new Sentence(
                            failed.sentence(node, at, key),
                            List.of(id, failed.stop().id())));
                }
            }
        }
    }

    private void holders(
            List<Sentence> sentences, Optional<Entry> holds, Optional<Entry> newest, List<NodeId> holders) {
        if (newest.isEmpty()) {
            boolean never = story.now().index() >= 0 && !isWritten();
            sentences.add(new Sentence(
                    never ? "Nobody has written %s.".formatted(key) : "Nobody holds %s any more.".formatted(key),
                    List.of(story.end())));
        } else if (!newest.equals(holds)) {
            List<NodeId> silent = holders.stream().filter(this::hasSentNothing).toList();
            sentences.add(new Sentence(
                    "%s %s %s now%s."
                            .formatted(
                                    Phrases.nodes(holders),
                                    holders.size() == 1 ? "holds" : "hold",
                                    Phrases.of(newest.get()),
                                    silent.equals(holders) && story.now().hasProcess(at) ? silence(holders) : ""),
                    List.of(story.end())));
        }
    }

    private String silence(List<NodeId> holders) {
        return ", and %s sent %s nothing since".formatted(holders.size() == 1 ? "has" : "have", at);
    }

    private boolean isWritten() {
        for (int id = 1; id <= story.end(); id++) {
            if (story.event(id).what() instanceof RunEvent.Wrote wrote
                    && wrote.entry().key().equals(key)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasSentNothing(NodeId holder) {
        return story.tracks().stream()
                        .noneMatch(track -> track.from().equals(holder)
                                && track.to().equals(at)
                                && story.held(holder, key, track.sending().id()).isPresent())
                && story.sendings().stream()
                        .noneMatch(sending -> sending.from().equals(holder)
                                && sending.to().contains(at)
                                && story.held(holder, key, sending.before()).isPresent());
    }
}
