package sosad.record;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import sosad.engine.Engine;
import sosad.engine.EngineInput;
import sosad.engine.Host;
import sosad.engine.InputListener;
import sosad.engine.Journal;
import sosad.engine.Watcher;
import sosad.message.InquiryMessage;
import sosad.message.Live;
import sosad.message.NodeMessage;
import sosad.message.PeerMessage;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Reads;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Replica;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;
import sosad.protocol.Saved;
import sosad.protocol.SavedPeer;
import sosad.protocol.StoreCheck.Stage;
import sosad.wire.MalformedException;
import sosad.wire.PeerCodec;
import sosad.wire.WireSizing;

/** Two engines to which random things happen in random surroundings, each with its record in memory. */
public final class RecordedPair {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final Rules[] RULES = {
        Rules.DOCUMENT,
        new Rules(Content.PER_KEY, Timestamps.PER_KEY, Schedule.TOGETHER, 1),
        new Rules(Content.FULL, Timestamps.NEWEST, Schedule.ROLLING, 1)
    };

    private final Random random;
    private final List<NodeMessage> underWay = new ArrayList<>();
    private final List<Node> nodes;
    private long now = 1_000_000;

    public RecordedPair(long seed) {
        random = new Random(seed);
        Rules rules = RULES[random.nextInt(RULES.length)];
        nodes = List.of(new Node(A, B, rules), new Node(B, A, rules));
    }

    /** Lets this many things happen, then ends the records. */
    public List<byte[]> records(int inputs) {
        for (int i = 0; i < inputs; i++) {
            now += random.nextInt(30);
            nodes.get(random.nextInt(2)).happen();
        }
        return nodes.stream().map(Node::end).toList();
    }

    /** The record with one more input, of which the node has not heard. */
    public static byte[] withAnInputMore(byte[] record) throws IOException, MalformedException {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        RecordReader reader = new RecordReader(new ByteArrayInputStream(record));
        changed.writeBytes(RecordFormat.beginning(reader.header()));
        boolean isDone = false;
        for (Optional<RecordReader.Block> next = reader.next(); next.isPresent(); next = reader.next()) {
            byte[] content = next.get().content();
            if (next.get().kind() == BlockKind.INPUTS && !isDone) {
                isDone = true;
                InputEncoder extra = new InputEncoder(100);
                extra.input(new EngineInput.SetTime(77), 1_000_000);
                changed.writeBytes(RecordFormat.block(BlockKind.INPUTS, extra.takeBlock()));
            }
            changed.writeBytes(RecordFormat.block(next.get().kind(), content));
        }
        return changed.toByteArray();
    }

    private final class Node implements Host, Journal, Watcher, InputListener {
        private final InputEncoder encoder = new InputEncoder(1_000);
        private final EngineStates states = new EngineStates();
        private final ByteArrayOutputStream file = new ByteArrayOutputStream();
        private final List<Long> awaited = new ArrayList<>();
        private final NodeId peer;
        private final Engine engine;
        private int depth;
        private long number;
        private long durable;

        Node(NodeId id, NodeId peer, Rules rules) {
            this.peer = peer;
            Journal recorded = new RecordedJournal(this, encoder, () -> depth > 0);
            Saved saved = Saved.nothing(7).startedAs(new Stage(id.equals(A) ? 5 : 6, 0));
            Replica replica = new Replica(id, Set.of(peer), rules, saved, recorded::number, new WireSizing());
            engine = new Engine(
                    replica,
                    new RecordedHost(this, encoder, () -> depth > 0),
                    recorded,
                    this,
                    ReadMode.LOCAL,
                    id.equals(A) ? 1 : 1L << 40,
                    this);
            write(RecordFormat.beginning(new RecordHeader("test", EngineStates.shape(), id, now, 1, false, now)));
            state();
        }

        private void write(byte[] bytes) {
            file.writeBytes(bytes);
        }

        private void state() {
            if (encoder.size() > 0) {
                write(RecordFormat.block(BlockKind.INPUTS, encoder.takeBlock()));
            }
            write(RecordFormat.block(BlockKind.STATE, states.encode(engine.snapshot())));
        }

        byte[] end() {
            state();
            write(RecordFormat.ending(Ending.CLOSED));
            return file.toByteArray();
        }

        @Override
        public void begins(EngineInput input) {
            if (depth++ > 0) {
                encoder.nested(input);
            } else if (input instanceof EngineInput.Put || input instanceof EngineInput.Delete) {
                encoder.write(input, () -> now);
            } else if (input instanceof EngineInput.Receive receive) {
                encoder.input(PeerCodec.encode(receive.message()), now);
            } else {
                encoder.input(input, now);
            }
        }

        @Override
        public void ended() {
            if (--depth == 0 && encoder.size() > 500) {
                state();
            }
        }

        void happen() {
            try {
                switch (random.nextInt(16)) {
                    case 0, 1, 2 -> engine.put(key(), Value.of("wert ä " + random.nextInt(9)), "127.0.0.1:" + now % 7);
                    case 3 -> engine.delete(key(), "somebody");
                    case 4 -> engine.read(key(), ReadMode.values()[random.nextInt(3)], "reader");
                    case 5 -> engine.push(random.nextBoolean() ? Optional.empty() : Optional.of(List.of(peer)));
                    case 6 ->
                        engine.sync(
                                Optional.empty(),
                                random.nextBoolean() ? Optional.empty() : Optional.of(List.of(key())));
                    case 7 -> other();
                    case 8 -> durable();
                    case 9, 10 -> engine.ring();
                    default -> arrive();
                }
            } catch (IllegalStateException e) {
                return; // a clock that is not live, say: it counts as an input all the same
            }
        }

        private void other() {
            switch (random.nextInt(8)) {
                case 0, 1 -> engine.goLive(Live.since(0));
                case 2 -> engine.freeze();
                case 3 -> engine.skew(random.nextInt(1_000));
                case 4 -> engine.drift(random.nextInt(1_000));
                case 5 -> engine.setTime(random.nextInt(1_000));
                case 6 -> engine.endReads();
                default -> engine.greeted(peer, random.nextBoolean());
            }
        }

        private void durable() {
            durable = number;
            List<Long> due = List.copyOf(awaited);
            awaited.clear();
            due.forEach(engine::becameDurable);
        }

        private void arrive() {
            List<NodeMessage> here = underWay.stream()
                    .filter(message -> !message.to().equals(peer))
                    .toList();
            if (here.isEmpty()) {
                return;
            }
            NodeMessage message = here.get(random.nextInt(here.size()));
            if (random.nextInt(4) > 0) {
                underWay.remove(message);
            }
            if (message instanceof PeerMessage update) {
                engine.receive(update);
            } else {
                engine.hear((InquiryMessage) message);
            }
        }

        private Key key() {
            return new Key("k" + random.nextInt(8));
        }

        @Override
        public long epochMillis() {
            return now;
        }

        @Override
        public long millis() {
            return now;
        }

        @Override
        public void ringAt(long due) {}

        @Override
        public void awaitDurable(long awaitedNumber) {
            if (random.nextInt(4) == 0) {
                engine.becameDurable(awaitedNumber);
            } else {
                awaited.add(awaitedNumber);
            }
        }

        @Override
        public void send(NodeMessage message) {
            underWay.add(message);
        }

        @Override
        public boolean hasRoom(NodeId to) {
            return random.nextInt(5) > 0;
        }

        @Override
        public void readEnded(long read, Reads.Outcome outcome) {}

        @Override
        public void entry(Entry entry) {
            number++;
        }

        @Override
        public void sequence(long sequence) {
            number++;
        }

        @Override
        public void peer(NodeId from, SavedPeer saved) {
            number++;
        }

        @Override
        public void store(long storeId, List<Stage> starts) {
            number++;
        }

        @Override
        public long number() {
            return number;
        }

        @Override
        public boolean isDurable() {
            return durable == number;
        }
    }
}
