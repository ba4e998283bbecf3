package sosad.app.lab.live;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import sosad.app.client.ClientReply;
import sosad.app.cluster.LiveCluster;
import sosad.app.fault.Fault;
import sosad.app.fault.LinkFault;
import sosad.app.fault.ProcessFault;
import sosad.app.scenario.Access;
import sosad.app.scenario.Action;
import sosad.app.scenario.ActionFailure;

/** Carries out on a live cluster what was made for steps, as far as it makes sense there. */
public final class LivePerformer implements Action.Visitor<CompletableFuture<Optional<ClientReply>>>, AutoCloseable {
    private final LiveCluster cluster;
    private final LiveFaults faults;
    private final LiveClient client = new LiveClient();

    public LivePerformer(LiveCluster cluster, LiveFaults faults) {
        this.cluster = cluster;
        this.faults = faults;
    }

    @Override
    public CompletableFuture<Optional<ClientReply>> put(Action.Put put) {
        return client.put(port(put.access()), put).thenApply(Optional::of);
    }

    @Override
    public CompletableFuture<Optional<ClientReply>> delete(Action.Delete delete) {
        return client.delete(port(delete.access()), delete).thenApply(Optional::of);
    }

    @Override
    public CompletableFuture<Optional<ClientReply>> get(Action.Get get) {
        return client.get(port(get.access()), get).thenApply(Optional::of);
    }

    private int port(Access access) {
        if (!cluster.isUp(access.name())) {
            throw new ActionFailure(access.name() + " is not up");
        }
        return cluster.clientPort(access.name());
    }

    @Override
    public CompletableFuture<Optional<ClientReply>> kill(Action.Kill kill) {
        return done(new Fault.OnProcess(kill.node(), new ProcessFault.Kill()));
    }

    @Override
    public CompletableFuture<Optional<ClientReply>> pause(Action.Pause pause) {
        return done(new Fault.OnProcess(pause.node(), new ProcessFault.Pause()));
    }

    @Override
    public CompletableFuture<Optional<ClientReply>> start(Action.Start start) {
        if (start.wipe()) {
            return done(new Fault.OnProcess(start.node(), new ProcessFault.Wipe()));
        }
        faults.bringBack(start.node());
        return done();
    }

    @Override
    public CompletableFuture<Optional<ClientReply>> resume(Action.Resume resume) {
        faults.bringBack(resume.node());
        return done();
    }

    @Override
    public CompletableFuture<Optional<ClientReply>> skew(Action.Skew skew) {
        return done(new Fault.OnProcess(skew.node(), new ProcessFault.Skew(skew.by())));
    }

    @Override
    public CompletableFuture<Optional<ClientReply>> cut(Action.Cut cut) {
        return done(new Fault.OnLinks(cut.links(), new LinkFault.Cut()));
    }

    @Override
    public CompletableFuture<Optional<ClientReply>> mend(Action.Mend mend) {
        faults.mend(mend.links());
        return done();
    }

    @Override
    public CompletableFuture<Optional<ClientReply>> push(Action.Push push) {
        throw byThemselves("nodes push");
    }

    @Override
    public CompletableFuture<Optional<ClientReply>> sync(Action.Sync sync) {
        throw byThemselves("nodes sync");
    }

    @Override
    public CompletableFuture<Optional<ClientReply>> deliver(Action.Deliver deliver) {
        throw byThemselves("messages pass");
    }

    @Override
    public CompletableFuture<Optional<ClientReply>> discard(Action.Discard discard) {
        throw byThemselves("messages pass");
    }

    @Override
    public CompletableFuture<Optional<ClientReply>> trim(Action.Trim trim) {
        throw byThemselves("messages pass");
    }

    @Override
    public CompletableFuture<Optional<ClientReply>> handle(Action.Handle handle) {
        throw byThemselves("messages pass");
    }

    @Override
    public CompletableFuture<Optional<ClientReply>> setRule(Action.SetRule rule) {
        throw rulesRest();
    }

    @Override
    public CompletableFuture<Optional<ClientReply>> endRule(Action.EndRule end) {
        throw rulesRest();
    }

    private static ActionFailure rulesRest() {
        return new ActionFailure("rules are for steps; while the nodes run by their own clocks, use link faults");
    }

    @Override
    public CompletableFuture<Optional<ClientReply>> expect(Action.Expect expect) {
        throw new ActionFailure("while the nodes run by their own clocks, no step ends at which to check");
    }

    private static ActionFailure byThemselves(String what) {
        return new ActionFailure(
                "while the nodes run by their own clocks, %s by themselves; stop the clocks first".formatted(what));
    }

    private CompletableFuture<Optional<ClientReply>> done(Fault fault) {
        faults.inject(fault, "by hand");
        return done();
    }

    private static CompletableFuture<Optional<ClientReply>> done() {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public void close() {
        client.close();
    }
}
