package sosad.app.cluster;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import sosad.app.fabric.Fabric;
import sosad.app.process.NodeException;
import sosad.app.process.ProcessPool;
import sosad.message.Command;
import sosad.message.Launch.StoreKind;
import sosad.message.PeerMessage;
import sosad.model.NodeId;
import sosad.process.OpenFiles;
import sosad.protocol.Rules;
import sosad.wire.Frame;
import sosad.wire.MalformedException;
import sosad.wire.PeerCodec;

/** The processes of a cluster, nodes and gateways, with the network between them, in either mode. */
abstract class ClusterProcesses implements Cluster {
    final Timeouts timeouts;
    final EventLoopGroup loop;
    final ControlServer control;
    final Fabric fabric;
    final NodeProcesses nodes;
    final GatewayProcesses gateways;

    /** Processes that are not started yet. */
    ClusterProcesses(
            List<NodeId> nodes,
            Rules rules,
            StoreKind store,
            List<NodeId> gatewayNames,
            ProcessPool pool,
            ClientPorts ports,
            Consumer<ClusterEvent> listener,
            Timeouts timeouts) {
        FilesNeeded.check(nodes.size(), gatewayNames.size(), OpenFiles.limit());
        this.timeouts = timeouts;
        this.loop = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("cluster", true), NioIoHandler.newFactory());
        this.control = new ControlServer(loop);
        this.fabric = new Fabric(loop);
        this.gateways = new GatewayProcesses(gatewayNames, control, pool, ports, listener, timeouts);
        this.nodes = new NodeProcesses(nodes, rules, store, control, fabric, gateways, pool, ports, listener, timeouts);
    }

    /** The same processes in the other mode. */
    ClusterProcesses(ClusterProcesses same) {
        this.timeouts = same.timeouts;
        this.loop = same.loop;
        this.control = same.control;
        this.fabric = same.fabric;
        this.gateways = same.gateways;
        this.nodes = same.nodes;
    }

    /** Returns those to which the one with this name belongs. */
    final MemberProcesses<? extends Member> of(NodeId name) {
        return gateways.names().contains(name) ? gateways : nodes;
    }

    /** Returns the one with this name, if it has a process. */
    final Optional<Member> find(NodeId name) {
        return of(name).find(name).map(member -> member);
    }

    @Override
    public void kill(NodeId process) {
        of(process).kill(process);
    }

    @Override
    public void pause(NodeId process) {
        of(process).pause(process);
    }

    @Override
    public void resume(NodeId process) {
        of(process).resume(process);
    }

    @Override
    public final NodeTables tables(NodeId node) {
        return nodes.get(node).tables();
    }

    @Override
    public final Running gateway(NodeId gateway) {
        return gateways.get(gateway).facts();
    }

    @Override
    public final CompletableFuture<?> heartbeat(NodeId process) {
        return find(process)
                .filter(Member::isUp)
                .<CompletableFuture<?>>map(member -> member.control().send(number -> new Command.Read(number, 0, 0)))
                .orElseGet(() -> CompletableFuture.failedFuture(new NodeException(process, "is not up")));
    }

    @Override
    public final void poll() {
        gateways.poll();
        nodes.poll();
    }

    static PeerMessage message(Frame frame) {
        try {
            return PeerCodec.decode(frame);
        } catch (MalformedException e) {
            throw new NodeException(frame.from(), "has sent a message that cannot be read: " + e.getMessage());
        }
    }
}
