package sosad.app.lab.live;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import sosad.app.client.ClientReply;
import sosad.app.cluster.LiveCluster;
import sosad.app.fault.Fault;
import sosad.app.fault.LinkFault;
import sosad.app.fault.ProcessFault;
import sosad.app.scenario.Access;
import sosad.app.scenario.Action;
import sosad.app.scenario.ActionFailure;
import sosad.model.ByType;
import sosad.model.NodeId;

/** Carries out on a live cluster what was made for steps, as far as it makes sense there. */
public final class LivePerformer implements AutoCloseable {
    /** Carries out actions on a live cluster. */
    private interface Work {
        CompletableFuture<Optional<ClientReply>> by(LivePerformer performer);
    }

    private static final String RULES = "rules are for steps; while the nodes run by their own clocks, use link faults";
    private static final String EXPECTATIONS =
            "while the nodes run by their own clocks, no step ends at which to check";

    private static final ByType<Action, Work> ACTIONS = new ByType<Action, Work>()
            .on(Action.Put.class, put -> by -> some(by.client.put(by.port(put.access()), put)))
            .on(Action.Delete.class, delete -> by -> some(by.client.delete(by.port(delete.access()), delete)))
            .on(Action.Get.class, get -> by -> some(by.client.get(by.port(get.access()), get)))
            .on(Action.Kill.class, kill -> inject(kill.node(), new ProcessFault.Kill()))
            .on(Action.Pause.class, pause -> inject(pause.node(), new ProcessFault.Pause()))
            .on(
                    Action.Start.class,
                    start -> start.wipe() ? inject(start.node(), new ProcessFault.Wipe()) : bringBack(start.node()))
            .on(Action.Resume.class, resume -> bringBack(resume.node()))
            .on(Action.Skew.class, skew -> inject(skew.node(), new ProcessFault.Skew(skew.by())))
            .on(Action.Cut.class, cut -> inject(new Fault.OnLinks(cut.links(), new LinkFault.Cut())))
            .on(Action.Mend.class, mend -> then(faults -> faults.mend(mend.links())))
            .on(Action.Push.class, push -> happens("nodes push"))
            .on(Action.Sync.class, sync -> happens("nodes sync"))
            .on(Action.Deliver.class, deliver -> happens("messages pass"))
            .on(Action.Discard.class, discard -> happens("messages pass"))
            .on(Action.Trim.class, trim -> happens("messages pass"))
            .on(Action.Handle.class, handle -> happens("messages pass"))
            .on(Action.SetRule.class, set -> refuse(RULES))
            .on(Action.EndRule.class, end -> refuse(RULES))
            .on(Action.Expect.class, expect -> refuse(EXPECTATIONS))
            .all(Action.class);

    private final LiveCluster cluster;
    private final LiveFaults faults;
    private final LiveClient client = new LiveClient();

    public LivePerformer(LiveCluster cluster, LiveFaults faults) {
        this.cluster = cluster;
        this.faults = faults;
    }

    public CompletableFuture<Optional<ClientReply>> perform(Action action) {
        return ACTIONS.of(action).by(this);
    }

    private static CompletableFuture<Optional<ClientReply>> some(CompletableFuture<ClientReply> reply) {
        return reply.thenApply(Optional::of);
    }

    private int port(Access access) {
        if (!cluster.isUp(access.name())) {
            throw new ActionFailure(access.name() + " is not up");
        }
        return cluster.clientPort(access.name());
    }

    private static Work inject(NodeId process, ProcessFault what) {
        return inject(new Fault.OnProcess(process, what));
    }

    private static Work inject(Fault fault) {
        return then(faults -> faults.inject(fault, "by hand"));
    }

    private static Work bringBack(NodeId process) {
        return then(faults -> faults.bringBack(process));
    }

    private static Work then(Consumer<LiveFaults> work) {
        return by -> {
            work.accept(by.faults);
            return CompletableFuture.completedFuture(Optional.empty());
        };
    }

    private static Work happens(String what) {
        return refuse(
                "while the nodes run by their own clocks, %s by themselves; stop the clocks first".formatted(what));
    }

    private static Work refuse(String why) {
        return by -> {
            throw new ActionFailure(why);
        };
    }

    @Override
    public void close() {
        client.close();
    }
}
