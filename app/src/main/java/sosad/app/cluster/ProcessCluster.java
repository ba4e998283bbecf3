package sosad.app.cluster;

import static sosad.model.PlainFormat.format;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import sosad.app.client.RespReply;
import sosad.app.client.RespRequest;
import sosad.app.cluster.NodeProcesses.Start;
import sosad.app.fabric.Fabric;
import sosad.app.process.NodeException;
import sosad.app.process.ProcessPool;
import sosad.app.process.Program;
import sosad.message.Command;
import sosad.message.InquiryMessage;
import sosad.message.Launch.StoreKind;
import sosad.message.Live;
import sosad.message.NodeMessage;
import sosad.message.PeerMessage;
import sosad.message.Report;
import sosad.message.Report.Sent;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Received.SenderStatus;
import sosad.protocol.Rules;
import sosad.wire.Frame;
import sosad.wire.MalformedException;
import sosad.wire.PeerCodec;

/** A cluster of real server processes on this machine, with a {@link Fabric} between them. */
public final class ProcessCluster extends ClusterProcesses implements StepCluster {
    private static final SecureRandom CHANCE = new SecureRandom();

    private final Thread killer = new Thread(this::destroyAll, "end of the nodes");

    /** A cluster that is not started yet. */
    public ProcessCluster(
            List<NodeId> nodes, Rules rules, StoreKind store, Program program, Consumer<ClusterEvent> listener) {
        this(nodes, rules, store, List.of(), ProcessPool.keepingNone(program), listener);
    }

    /** A cluster behind gateways, not started yet. */
    public ProcessCluster(
            List<NodeId> nodes,
            Rules rules,
            StoreKind store,
            List<NodeId> gatewayNames,
            ProcessPool pool,
            Consumer<ClusterEvent> listener) {
        this(nodes, rules, store, gatewayNames, pool, new ClientPorts(), listener);
    }

    /** A cluster whose clients find it at these ports, not started yet. */
    public ProcessCluster(
            List<NodeId> nodes,
            Rules rules,
            StoreKind store,
            List<NodeId> gatewayNames,
            ProcessPool pool,
            ClientPorts ports,
            Consumer<ClusterEvent> listener) {
        this(nodes, rules, store, gatewayNames, pool, ports, listener, Timeouts.usual());
    }

    /** The same, for tests that want to see it run out of time. */
    ProcessCluster(
            List<NodeId> nodes,
            Rules rules,
            StoreKind store,
            List<NodeId> gatewayNames,
            ProcessPool pool,
            ClientPorts ports,
            Consumer<ClusterEvent> listener,
            Timeouts timeouts) {
        super(nodes, rules, store, gatewayNames, pool, ports, listener, timeouts);
        watchForTheEnd();
    }

    /** Has the nodes record what they do while they run by their own clocks. */
    public void recordLiveTime() {
        nodes.recordLiveTime();
    }

    private void watchForTheEnd() {
        try {
            Runtime.getRuntime().addShutdownHook(killer);
        } catch (IllegalStateException e) {
            close();
            throw new NodeException("no nodes are started any more: the program is ending");
        }
    }

    @Override
    public void startAll() {
        List<RunningNode> begun = nodes.names().stream()
                .map(node -> nodes.begin(node, Start.FIRST))
                .toList();
        begun.forEach(this::awaitReady);
        gateways.startAll();
    }

    /** Returns what only one start of a process knows. */
    static String newSecret() {
        byte[] random = new byte[16];
        CHANCE.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private Report.Ready awaitReady(RunningNode node) {
        Report.Ready ready = nodes.awaitReady(node);
        gateways.nodeIsUp(ready.node(), ready.clientPort());
        return ready;
    }

    @Override
    public List<PeerMessage> start(NodeId node, boolean wipe) {
        if (of(node) == gateways) {
            gateways.start(node);
            return List.of();
        }
        return arrived(
                node,
                awaitReady(nodes.begin(node, wipe ? Start.WIPED : Start.AGAIN)).hellos());
    }

    @Override
    public LiveCluster goLive(Live settings, long seed, Executor owner) {
        LiveProcesses live = new LiveProcesses(this, fabric.goLive(seed), owner);
        live.begin(settings);
        return live;
    }

    @Override
    public void setTimes(Map<NodeId, Long> times) {
        Map<RunningNode, CompletableFuture<Report.Reply>> replies = new LinkedHashMap<>();
        times.forEach((node, time) -> {
            RunningNode told = node(node);
            replies.put(told, told.control().send(number -> new Command.SetTime(number, time)));
        });
        replies.forEach(ProcessCluster::awaitSet);
        if (replies.keySet().stream().anyMatch(RunningNode::isLost)) {
            poll();
        }
    }

    /** A node that is lost is dead from now on; polling reports it. */
    private static void awaitSet(RunningNode node, CompletableFuture<Report.Reply> reply) {
        try {
            node.awaitDone(reply);
        } catch (NodeException e) {
            if (!node.isLost()) {
                throw e;
            }
        }
    }

    @Override
    public Write put(NodeId at, Key key, Value value) {
        return write(at, RespRequest.set(key, value));
    }

    @Override
    public Write delete(NodeId at, Key key) {
        return write(at, RespRequest.delete(key));
    }

    private Write write(NodeId at, RespRequest request) {
        long begin = System.nanoTime();
        if (of(at) == gateways) {
            RunningGateway.GatewayReply passed = requestThrough(at, request);
            return writtenThrough(at, passed, microsSince(begin));
        }
        RunningNode writer = node(at);
        CompletableFuture<Report.Wrote> written = writer.ownWrite();
        RespReply reply = writer.exchange(request);
        long micros = microsSince(begin);
        return reply.isError() ? refused(at, reply, micros) : write(at, reply, micros, writer.awaitWrite(written));
    }

    /** A node that hangs is found before a gateway is asked, which could only say that it knows no answer. */
    private RunningGateway.GatewayReply requestThrough(NodeId gateway, RespRequest request) {
        nodes.awaitAnswers();
        return gateways.request(gateway, request);
    }

    private static Write refused(NodeId at, RespReply reply, long micros) {
        return new Write(reply.text(), true, micros, Optional.empty(), false, at);
    }

    private static Write write(NodeId node, RespReply reply, long micros, Report.Wrote wrote) {
        return new Write(reply.text(), false, micros, Optional.of(wrote.entry()), wrote.lost(), node);
    }

    private Write writtenThrough(NodeId gateway, RunningGateway.GatewayReply passed, long micros) {
        if (passed.reply().isError() || passed.end().isEmpty()) {
            return refused(gateway, passed.reply(), micros);
        }
        Report.Ended end = passed.end().get();
        Report.Wrote wrote = node(end.backend())
                .writeBy(end.as())
                .orElseThrow(() -> new NodeException(end.backend(), "answered a write but did not report it"));
        return write(end.backend(), passed.reply(), micros, wrote);
    }

    @Override
    public Read get(NodeId at, Key key) {
        RespRequest request = RespRequest.get(key.text());
        long begin = System.nanoTime();
        if (of(at) == gateways) {
            RunningGateway.GatewayReply passed = requestThrough(at, request);
            return read(passed.end().map(Report.Ended::backend).orElse(at), passed.reply(), microsSince(begin));
        }
        return read(at, node(at).exchange(request), microsSince(begin));
    }

    private static Read read(NodeId node, RespReply reply, long micros) {
        Optional<String> failure = reply.isError() ? Optional.of(reply.text()) : Optional.empty();
        return new Read(reply.value(), failure, micros, node);
    }

    private static long microsSince(long begin) {
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begin);
    }

    @Override
    public StartedRead ask(NodeId node, Key key, ReadMode mode) {
        Report.Asked asked = node(node).beginRead(key, mode);
        return new StartedRead(asked.read(), inquiries(node, asked.sent()));
    }

    private List<InquiryMessage> inquiries(NodeId from, List<Sent> sent) {
        return sent.stream().map(message -> inquiry(frame(from, message))).toList();
    }

    private static InquiryMessage inquiry(Frame frame) {
        try {
            return PeerCodec.decodeInquiry(frame);
        } catch (MalformedException e) {
            throw new NodeException(frame.from(), "has sent an inquiry that cannot be read: " + e.getMessage());
        }
    }

    @Override
    public InquiryEffect deliver(InquiryMessage message) {
        NodeId to = message.inquiry().to();
        RunningNode receiver = node(to);
        CompletableFuture<Report.Heard> hearing = receiver.control().hearing(message.id());
        Frame frame = frame(message.inquiry().from(), new Sent(to, message.id()));
        carried(frame, fabric.deliver(frame), hearing);
        Report.Heard heard = receiver.awaitHearing(message.id(), hearing);
        return new InquiryEffect(heard.applied(), inquiries(to, heard.sent()), heard.ended());
    }

    @Override
    public Read outcome(NodeId node, long read) {
        return node(node).outcome(read);
    }

    @Override
    public void endReads(NodeId node) {
        node(node).tell(Command.EndReads::new);
    }

    @Override
    public List<PeerMessage> push(NodeId node, Optional<List<NodeId>> to) {
        return send(node, number -> new Command.Push(number, to));
    }

    @Override
    public List<PeerMessage> sync(NodeId node, Optional<List<NodeId>> to, Optional<List<Key>> keys) {
        return send(node, number -> new Command.Sync(number, to, keys));
    }

    private List<PeerMessage> send(NodeId node, LongFunction<Command> command) {
        return arrived(node, node(node).tell(command));
    }

    /** Waits until the network holds every message that the node says it sent. */
    private List<PeerMessage> arrived(NodeId from, List<Sent> sent) {
        return sent.stream().map(message -> message(frame(from, message))).toList();
    }

    private Frame frame(NodeId from, Sent sent) {
        return Deadline.await(
                fabric.arrival(sent.id()),
                timeouts.answer(),
                () -> new NodeException(
                        from,
                        format(
                                "says it has sent message %d to %s, but the network has not seen it for %d s",
                                sent.id(), sent.to(), timeouts.answer().toSeconds())));
    }

    @Override
    public Delivery deliver(PeerMessage message) {
        Frame frame = frame(message);
        RunningNode receiver = node(message.update().to());
        CompletableFuture<Report.Received> delivery = receiver.control().delivery(message.id());
        carried(frame, fabric.deliver(frame), delivery);
        Report.Received received = receiver.awaitDelivery(message.id(), delivery);
        return new Delivery(received.applied(), received.status() == SenderStatus.STRAGGLER);
    }

    @Override
    public void deliverCorrupt(NodeMessage message) {
        Frame frame = message instanceof PeerMessage update
                ? frame(update)
                : frame(message.from(), new Sent(message.to(), message.id()));
        RunningNode receiver = node(message.to());
        CompletableFuture<Report.Refused> refusal = receiver.control().refusal();
        carried(frame, fabric.deliverCorrupt(frame), refusal);
        receiver.awaitRefusal(message.id(), refusal);
    }

    /** Returns the frame of a message as it waits in the network, or a new one if the message was trimmed. */
    private Frame frame(PeerMessage message) {
        Frame held = frame(message.update().from(), new Sent(message.update().to(), message.id()));
        return message(held).equals(message) ? held : PeerCodec.encode(message);
    }

    /** Fails {@code awaited} if the frame cannot be handed to its destination. */
    private static void carried(Frame frame, CompletableFuture<Void> delivery, CompletableFuture<?> awaited) {
        delivery.whenComplete((written, failure) -> {
            if (failure != null) {
                awaited.completeExceptionally(
                        new NodeException(frame.to(), "cannot be reached by the network: " + failure.getMessage()));
            }
        });
    }

    @Override
    public int bytes(NodeMessage message) {
        return frame(message.from(), new Sent(message.to(), message.id())).bytes().length;
    }

    @Override
    public void discard(long message) {
        fabric.discard(message);
    }

    /** Returns where the node takes messages from peers, for tests that come without being asked. */
    int peerPort(NodeId node) {
        return node(node).peerPort();
    }

    private RunningNode node(NodeId node) {
        return nodes.get(node);
    }

    private void destroyAll() {
        nodes.destroyAll();
        gateways.destroyAll();
    }

    @Override
    public void close() {
        gateways.close();
        nodes.close();
        fabric.close();
        control.close();
        loop.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
        try {
            Runtime.getRuntime().removeShutdownHook(killer);
        } catch (IllegalStateException e) {
            // The virtual machine is shutting down and runs the hook itself.
        }
    }
}
