package sosad.engine;

import java.util.List;
import java.util.Optional;
import sosad.message.InquiryMessage;
import sosad.message.Live;
import sosad.message.PeerMessage;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Reads.ReadMode;

/**
 * Everything that can happen to an engine, as a value. With the answers that its {@link Host} and its {@link Journal}
 * give meanwhile, the inputs determine the engine's state.
 */
public sealed interface EngineInput {
    /** Gives this to {@code engine}. */
    void to(Engine engine);

    /** A client writes. */
    record Put(Key key, Value value, String client) implements EngineInput {
        @Override
        public void to(Engine engine) {
            engine.put(key, value, client);
        }
    }

    /** A client deletes. */
    record Delete(Key key, String client) implements EngineInput {
        @Override
        public void to(Engine engine) {
            engine.delete(key, client);
        }
    }

    /** A client reads, perhaps from other nodes too. */
    record Read(Key key, ReadMode mode, String client) implements EngineInput {
        @Override
        public void to(Engine engine) {
            engine.read(key, mode, client);
        }
    }

    /** A push is due. */
    record Push(Optional<List<NodeId>> to) implements EngineInput {
        @Override
        public void to(Engine engine) {
            engine.push(to);
        }
    }

    /** A sync is due. */
    record Sync(Optional<List<NodeId>> to, Optional<List<Key>> keys) implements EngineInput {
        @Override
        public void to(Engine engine) {
            engine.sync(to, keys);
        }
    }

    /** The peers are to learn that this node is back. */
    record Hello() implements EngineInput {
        @Override
        public void to(Engine engine) {
            engine.hello();
        }
    }

    /** A peer has opened a link to this node. */
    record Greeted(NodeId peer, boolean isToldOfStores) implements EngineInput {
        @Override
        public void to(Engine engine) {
            engine.greeted(peer, isToldOfStores);
        }
    }

    /** An update message arrives. */
    record Receive(PeerMessage message) implements EngineInput {
        @Override
        public void to(Engine engine) {
            engine.receive(message);
        }
    }

    /** A question, answer or repair arrives. */
    record Hear(InquiryMessage message) implements EngineInput {
        @Override
        public void to(Engine engine) {
            engine.hear(message);
        }
    }

    /** Timers may be due. */
    record Ring() implements EngineInput {
        @Override
        public void to(Engine engine) {
            engine.ring();
        }
    }

    /** Everything handed to the journal up to this number may be revealed. */
    record BecameDurable(long number) implements EngineInput {
        @Override
        public void to(Engine engine) {
            engine.becameDurable(number);
        }
    }

    /** The node runs by its own clock from now on. */
    record GoLive(Live settings) implements EngineInput {
        @Override
        public void to(Engine engine) {
            engine.goLive(settings);
        }
    }

    /** The node does nothing by itself from now on. */
    record Freeze() implements EngineInput {
        @Override
        public void to(Engine engine) {
            engine.freeze();
        }
    }

    /** The manual clock is set. */
    record SetTime(long time) implements EngineInput {
        @Override
        public void to(Engine engine) {
            engine.setTime(time);
        }
    }

    /** The live clock jumps. */
    record Skew(long millis) implements EngineInput {
        @Override
        public void to(Engine engine) {
            engine.skew(millis);
        }
    }

    /** The live clock runs faster or slower from now on. */
    record Drift(int partsPerMillion) implements EngineInput {
        @Override
        public void to(Engine engine) {
            engine.drift(partsPerMillion);
        }
    }

    /** Reads that wait for answers fail. */
    record EndReads() implements EngineInput {
        @Override
        public void to(Engine engine) {
            engine.endReads();
        }
    }

    /** The node is about to end. */
    record PushBeforeTheEnd() implements EngineInput {
        @Override
        public void to(Engine engine) {
            engine.pushBeforeTheEnd();
        }
    }
}
