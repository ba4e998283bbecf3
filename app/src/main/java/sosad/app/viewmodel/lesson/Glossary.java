package sosad.app.viewmodel.lesson;

import java.util.List;

/** The protocol's words on screen, in a sentence each, and where {@code docs/protocol.md} says more. */
public final class Glossary {
    /** The words, in the order in which one needs them. */
    public static final List<Term> TERMS = List.of(
            new Term("node", "A copy of the store: a server process of its own, named by a letter.", "Terms"),
            new Term("peer", "Another node, as a node sees it.", "Terms"),
            new Term(
                    "entry",
                    "A key, its value and its version. waffle:2 and waffle@2 are the key waffle, written at time 2.",
                    "Terms"),
            new Term(
                    "deleted",
                    "An entry without a value, kept so that the delete reaches everybody; also called a tombstone.",
                    "Terms"),
            new Term(
                    "version",
                    "Which write an entry comes from. Of two versions of a key the newer wins at every node.",
                    "Versions"),
            new Term("row", "What a node remembers of one peer: now and prev.", "Terms"),
            new Term("now", "B-now at A: the newest timestamp among the entries that A has received from B.", "Terms"),
            new Term(
                    "prev",
                    "B-prev at A: what B-now was after the sync before the last one from B. Pushes do not move it.",
                    "Terms"),
            new Term(
                    "message",
                    "What a node sends a peer: its now and prev of that peer, and entries. Nobody answers.",
                    "The message"),
            new Term(
                    "push",
                    "A message with what the node's own clients have written since its last push.",
                    "When messages are sent"),
            new Term(
                    "sync",
                    "A message with every entry that the peer may lack; which ones, the rule decides.",
                    "When messages are sent"),
            new Term("rule", "What a sync contains: remote-now, remote-prev, full or per-key.", "What a sync contains"),
            new Term(
                    "hello",
                    "An empty message of a node that has started again: its peers learn that it may hold nothing.",
                    "When messages are sent"),
            new Term(
                    "receipt",
                    "\"I got this from you\": a key and a version, sent along under the rule per-key.",
                    "What a sync contains"),
            new Term(
                    "lacks",
                    "A node lacks an entry if it holds no version of the key, or an older one than some other node.",
                    "The idea in five sentences"),
            new Term("stale", "Older than the newest version that any node holds.", "Versions"),
            new Term("store id", "The number of a store. A node that has lost its store begins another.", "Restart"),
            new Term(
                    "T",
                    "The time of the step: every node's clock shows it, unless a fault has set it wrong.",
                    "Clocks"));

    private Glossary() {}

    /**
     * A word.
     *
     * @param section the heading of the section that explains it
     */
    public record Term(String word, String meaning, String section) {}
}
