package sosad.record;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sosad.engine.Engine;
import sosad.engine.EngineInput;
import sosad.engine.EngineSnapshot;
import sosad.engine.Host;
import sosad.engine.Journal;
import sosad.engine.Watcher;
import sosad.message.InquiryMessage;
import sosad.message.NodeMessage;
import sosad.message.PeerMessage;
import sosad.message.Report.Sent;
import sosad.model.Entry;
import sosad.model.NodeId;
import sosad.protocol.Reads;
import sosad.protocol.Received;
import sosad.protocol.SavedPeer;
import sosad.protocol.StoreCheck.Stage;
import sosad.protocol.Written;
import sosad.wire.MalformedException;
import sosad.wire.WireSizing;

/**
 * An engine that is given what a record holds. Its surroundings answer what they answered then; whatever it asks or
 * sends that the node did not is noticed at once.
 */
final class ReplayedEngine {
    private final Engine engine;
    private final List<NodeMessage> sent = new ArrayList<>();
    private InputDecoder block;
    private Optional<Written> written = Optional.empty();
    private Optional<Received> received = Optional.empty();
    private Optional<Entry> adopted = Optional.empty();

    /** An engine in this state. */
    ReplayedEngine(EngineSnapshot state) {
        Surroundings surroundings = new Surroundings();
        this.engine = Engine.restore(state, surroundings, surroundings, surroundings, new WireSizing());
    }

    Engine engine() {
        return engine;
    }

    void begin(InputDecoder next) {
        block = next;
    }

    /** Gives the engine the next input of the block. */
    Replayed next() throws MalformedException, DiffersException {
        if (!block.next().beginsInput()) {
            throw new DiffersException("the node had to do with " + block.next() + ", the core had not");
        }
        sent.clear();
        written = Optional.empty();
        received = Optional.empty();
        adopted = Optional.empty();
        EngineInput input = block.input();
        give(input);
        return new Replayed(block.inputs(), block.epochMillis(), input, written, received, adopted, sent);
    }

    private void give(EngineInput input) throws MalformedException, DiffersException {
        try {
            input.to(engine);
        } catch (OtherwiseException e) {
            throw new DiffersException(e.getMessage());
        } catch (UnreadableException e) {
            throw e.malformed;
        } catch (IllegalArgumentException | IllegalStateException e) {
            return; // it was refused then, too, and changed nothing
        } catch (RuntimeException e) {
            throw new DiffersException("the core fails: " + e);
        }
    }

    /** The answers of the surroundings, from the block. */
    private final class Surroundings implements Host, Journal, Watcher {
        private void expect(Mark expected) throws MalformedException {
            Mark found = block.hasMore() ? block.next() : null;
            if (found != expected) {
                throw new OtherwiseException("the core has to do with %s, the node had %s"
                        .formatted(expected, found == null || found.beginsInput() ? "not" : "to do with " + found));
            }
            block.mark();
        }

        private boolean isFirst(Mark yes, Mark no) {
            return answer(() -> {
                boolean isYes = block.hasMore() && block.next() == yes;
                expect(isYes ? yes : no);
                return isYes;
            });
        }

        private void takeNested() {
            answer(() -> {
                while (block.isNestedNext()) {
                    block.nested().to(engine);
                }
                return null;
            });
        }

        @Override
        public long epochMillis() {
            return answer(() -> {
                expect(Mark.EPOCH_MILLIS);
                return block.readEpochMillis();
            });
        }

        @Override
        public long millis() {
            return answer(() -> {
                expect(Mark.MILLIS);
                return block.readMillis();
            });
        }

        @Override
        public void ringAt(long due) {
            // The record says when it rang.
        }

        @Override
        public void awaitDurable(long number) {
            if (block != null) {
                takeNested();
            }
        }

        @Override
        public void send(NodeMessage message) {
            long id = answer(() -> {
                expect(Mark.SENT);
                return block.readSent();
            });
            if (id != message.id()) {
                throw new OtherwiseException(
                        format("the core sends message %d, the node sent message %d", message.id(), id));
            }
            sent.add(message);
            takeNested();
        }

        @Override
        public boolean hasRoom(NodeId peer) {
            return isFirst(Mark.ROOM, Mark.NO_ROOM);
        }

        @Override
        public void readEnded(long read, Reads.Outcome outcome) {
            takeNested();
        }

        @Override
        public void entry(Entry entry) {}

        @Override
        public void sequence(long sequence) {}

        @Override
        public void peer(NodeId peer, SavedPeer saved) {}

        @Override
        public void store(long storeId, List<Stage> starts) {}

        @Override
        public long number() {
            return answer(() -> {
                expect(Mark.NUMBER);
                return block.readNumber();
            });
        }

        @Override
        public boolean isDurable() {
            return isFirst(Mark.DURABLE, Mark.NOT_DURABLE);
        }

        @Override
        public void wrote(String client, Written what) {
            written = Optional.of(what);
        }

        @Override
        public void received(PeerMessage message, Received what) {
            received = Optional.of(what);
        }

        @Override
        public void heard(InquiryMessage message, Optional<Entry> applied, List<Sent> answers, Optional<Long> ended) {
            adopted = applied;
        }
    }

    private interface Reading<T> {
        T read() throws MalformedException;
    }

    private static <T> T answer(Reading<T> reading) {
        try {
            return reading.read();
        } catch (MalformedException e) {
            throw new UnreadableException(e);
        }
    }

    /** The engine does something else than the node did; it is left as it is. */
    private static final class OtherwiseException extends RuntimeException {
        OtherwiseException(String message) {
            super(message);
        }
    }

    /** The record cannot be read on; the engine is left as it is. */
    private static final class UnreadableException extends RuntimeException {
        final MalformedException malformed;

        UnreadableException(MalformedException malformed) {
            super(malformed);
            this.malformed = malformed;
        }
    }
}
