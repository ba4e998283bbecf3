package sosad.app.explain;

import java.util.Objects;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;

/** Something in a snapshot that one can ask the reason of. */
public sealed interface Question {
    /** Returns the question in words. */
    String heading(Explanation answer);

    /** Why a node holds what it holds under a key, or holds nothing. */
    record OfEntry(NodeId at, Key key) implements Question {
        public OfEntry {
            Objects.requireNonNull(at);
            Objects.requireNonNull(key);
        }

        @Override
        public String heading(Explanation answer) {
            String verb = answer.isCurrent() ? "hold" : "lack";
            String what = answer.isCurrent()
                    ? answer.holds().map(Phrases::of).orElse("no " + key)
                    : answer.newest().map(Phrases::of).orElseThrow();
            return "Why does %s %s %s?".formatted(at, verb, what);
        }
    }

    /** Why a node's row of a peer is as it is. */
    record OfRow(NodeId at, NodeId peer) implements Question {
        public OfRow {
            Objects.requireNonNull(at);
            Objects.requireNonNull(peer);
        }

        @Override
        public String heading(Explanation answer) {
            return "Why is the row of %s at %s as it is?".formatted(peer, at);
        }
    }

    /**
     * Why a message carries what it carries, and what became of it.
     *
     * @param message its number
     */
    record OfMessage(long message) implements Question {
        @Override
        public String heading(Explanation answer) {
            return "Why does this message carry what it carries?";
        }
    }

    /** Why a link passes messages or loses them. */
    record OfLink(Link link) implements Question {
        public OfLink {
            Objects.requireNonNull(link);
        }

        @Override
        public String heading(Explanation answer) {
            return "What became of the messages on %s?".formatted(Phrases.link(link));
        }
    }
}
