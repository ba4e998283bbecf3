package sosad.app.bench;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import sosad.app.bench.Bench.BenchSize;
import sosad.app.bench.Bench.Measurement;
import sosad.message.PeerMessage;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.Value;
import sosad.model.Version;
import sosad.protocol.Update;
import sosad.protocol.Update.Kind;
import sosad.wire.Frame;
import sosad.wire.FrameKind;
import sosad.wire.MalformedException;
import sosad.wire.PeerCodec;

/** The messages per second through a live network without faults, and without the network. */
final class FabricThroughput implements Measurement {
    static final int LINKS = 4;

    private static final double MIN_RATIO = 0.70;
    private static final double MIN_PER_SECOND = 200_000;
    private static final String OF_DIRECT = " of the direct links'";
    private static final int BODY_BYTES = 200;

    /** Frames whose bodies mean nothing: what remains is the links' own work. */
    static final LinkEnds.Work READY_MADE = new LinkEnds.Work() {
        private final byte[] body = new byte[BODY_BYTES];

        @Override
        public Frame compose(LinkEnds link, long id) {
            return Frame.compose(FrameKind.PUSH, id, link.from(), link.to(), body);
        }

        @Override
        public void read(Frame frame) {
            // its checksum and number have been looked at
        }
    };

    /** Messages of one entry, composed and read as nodes do. */
    private static final LinkEnds.Work AS_NODES_DO = new LinkEnds.Work() {
        @Override
        public Frame compose(LinkEnds link, long id) {
            int number = (int) id;
            Entry entry = new Entry(
                    new Key(SampleEntries.key(number)),
                    Optional.of(Value.of(SampleEntries.value(number, 0))),
                    new Version(id, link.from(), 1, id));
            Update update = new Update(
                    link.from(), link.to(), Kind.PUSH, 1, id, id, OptionalLong.empty(), List.of(entry), List.of());
            return PeerCodec.encode(new PeerMessage(id, update));
        }

        @Override
        public void read(Frame frame) throws MalformedException {
            PeerCodec.decode(frame);
        }
    };

    @Override
    public List<BenchResult> take(BenchSize size) throws IOException, InterruptedException {
        int rounds = size.of(7, 1);
        PairedBenchmark.Outcome nodes = run(new Burst(LINKS, size.of(100_000, 1_000), AS_NODES_DO), rounds);
        PairedBenchmark.Outcome bare = run(new Burst(LINKS, size.of(400_000, 1_000), READY_MADE), rounds);
        return List.of(
                BenchResult.of(
                        format(
                                "messages of one entry, composed and read as in nodes, %d links: through the network / directly",
                                LINKS),
                        nodes.words(OF_DIRECT),
                        format("≥ %.2f", MIN_RATIO),
                        nodes.ratio() >= MIN_RATIO),
                BenchResult.of(
                        format(
                                "ready-made frames of %d bytes, %d links: frames/s through the network",
                                BODY_BYTES, LINKS),
                        format("%,.0f/s (%s)", bare.perSecond(), bare.words(OF_DIRECT)),
                        format("≥ %,.0f/s", MIN_PER_SECOND),
                        bare.perSecond() >= MIN_PER_SECOND));
    }

    private static PairedBenchmark.Outcome run(Burst burst, int rounds) throws IOException, InterruptedException {
        return new PairedBenchmark(() -> Map.of("", burst.run(true)), () -> Map.of("", burst.run(false)))
                .run(rounds)
                .get("");
    }
}
