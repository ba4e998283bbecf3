package sosad.app.lab.step;

import java.util.Optional;
import sosad.app.client.ClientReply;
import sosad.app.cluster.StepCluster;
import sosad.app.history.Message;
import sosad.app.history.NodeState.Status;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Access;
import sosad.app.scenario.Action;
import sosad.app.scenario.ActionFailure;
import sosad.app.scenario.Expectation;
import sosad.app.scenario.Fates;
import sosad.app.scenario.MessageAction;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.protocol.Reads.ReadMode;

/** Carries out one action after the other; what cannot be carried out throws {@link ActionFailure}. */
final class Performer implements Action.Visitor<Optional<ClientReply>> {
    /** What a performer needs of the step that is played. */
    interface Surroundings {
        /** T. */
        long time();

        /** The step's index. */
        int step();

        /** The cluster as it is now. */
        Snapshot present();

        void happened(RunEvent event);

        /** To be checked at the end of the step. */
        void expect(Expectation expectation);
    }

    private final StepCluster cluster;
    private final Nodes nodes;
    private final Gateways gateways;
    private final Traffic traffic;
    private final Interventions interventions;
    private final CutLinks links;
    private final RuleBook rules;
    private final Questions questions;
    private final Surroundings surroundings;

    Performer(
            StepCluster cluster,
            Nodes nodes,
            Gateways gateways,
            Traffic traffic,
            Interventions interventions,
            CutLinks links,
            RuleBook rules,
            Questions questions,
            Surroundings surroundings) {
        this.cluster = cluster;
        this.nodes = nodes;
        this.gateways = gateways;
        this.traffic = traffic;
        this.interventions = interventions;
        this.links = links;
        this.rules = rules;
        this.questions = questions;
        this.surroundings = surroundings;
    }

    /** Returns what the client got, if the action is a client's. */
    Optional<ClientReply> perform(Action action) {
        Preconditions.unmet(surroundings.present(), action).ifPresent(why -> {
            if (action instanceof Action.Get get) {
                questions.failed(get, why);
            }
            throw new ActionFailure(why);
        });
        return action.accept(this);
    }

    @Override
    public Optional<ClientReply> put(Action.Put put) {
        return wrote(put.access(), cluster.put(put.access().name(), put.key(), put.value()));
    }

    @Override
    public Optional<ClientReply> delete(Action.Delete delete) {
        return wrote(delete.access(), cluster.delete(delete.access().name(), delete.key()));
    }

    private void notePassed(Access access, NodeId node, Key key, boolean writes) {
        if (access.viaGateway()) {
            gateways.passed(access.name(), node, key, writes);
        }
    }

    private static Optional<NodeId> gateway(Access access) {
        return access.viaGateway() ? Optional.of(access.name()) : Optional.empty();
    }

    private Optional<ClientReply> wrote(Access access, StepCluster.Write write) {
        if (write.error()) {
            throw new ActionFailure(write.reply());
        }
        write.entry().ifPresent(entry -> notePassed(access, write.node(), entry.key(), true));
        write.entry()
                .ifPresent(entry -> surroundings.happened(
                        new RunEvent.Wrote(write.node(), entry, write.lost(), false, gateway(access))));
        return Optional.of(ClientReply.ofWrite(write.reply(), write.micros()));
    }

    @Override
    public Optional<ClientReply> get(Action.Get get) {
        if (get.mode() != ReadMode.LOCAL) {
            return Optional.of(questions.ask(get));
        }
        StepCluster.Read read = cluster.get(get.access().name(), get.key());
        if (read.failure().isPresent()) {
            questions.failed(get, read.failure().get());
            throw new ActionFailure(read.failure().get());
        }
        notePassed(get.access(), read.node(), get.key(), false);
        surroundings.happened(new RunEvent.Read(read.node(), get.key(), read.value(), gateway(get.access())));
        questions.check(get, read.value());
        return Optional.of(ClientReply.ofRead(read.value(), read.micros()));
    }

    @Override
    public Optional<ClientReply> push(Action.Push push) {
        traffic.sent(cluster.push(push.from(), push.to()), push.fates(), surroundings.step());
        return Optional.empty();
    }

    @Override
    public Optional<ClientReply> sync(Action.Sync sync) {
        traffic.sent(cluster.sync(sync.from(), sync.to(), sync.keys()), sync.fates(), surroundings.step());
        return Optional.empty();
    }

    @Override
    public Optional<ClientReply> deliver(Action.Deliver deliver) {
        traffic.release(held(deliver.link(), deliver.nth()));
        return Optional.empty();
    }

    @Override
    public Optional<ClientReply> discard(Action.Discard discard) {
        interventions.handle(held(discard.link(), discard.nth()), MessageAction.LOSE, Interventions.SCENARIO);
        return Optional.empty();
    }

    @Override
    public Optional<ClientReply> trim(Action.Trim trim) {
        interventions.handle(
                held(trim.link(), trim.nth()), new MessageAction.Trim(trim.keys()), Interventions.SCENARIO);
        return Optional.empty();
    }

    @Override
    public Optional<ClientReply> handle(Action.Handle handle) {
        MessageAction action = handle.action();
        Message message = traffic.copyOn(handle.link(), handle.nth(), action.kind());
        interventions.handle(message, action, Interventions.SCENARIO);
        return Optional.empty();
    }

    private Message held(Link link, int nth) {
        return traffic.heldOn(link).get(nth - 1);
    }

    @Override
    public Optional<ClientReply> kill(Action.Kill kill) {
        if (gateways.has(kill.node())) {
            cluster.kill(kill.node());
            gateways.setLive(kill.node(), false);
            surroundings.happened(new RunEvent.Killed(kill.node()));
            return Optional.empty();
        }
        cluster.kill(kill.node());
        nodes.setStatus(kill.node(), Status.DEAD);
        surroundings.happened(new RunEvent.Killed(kill.node()));
        traffic.died(kill.node());
        questions.died(kill.node());
        return Optional.empty();
    }

    @Override
    public Optional<ClientReply> start(Action.Start start) {
        if (gateways.has(start.node())) {
            cluster.start(start.node(), false);
            gateways.setLive(start.node(), true);
            surroundings.happened(new RunEvent.Started(start.node()));
            return Optional.empty();
        }
        var hellos = cluster.start(start.node(), start.wipe());
        nodes.setStatus(start.node(), Status.UP);
        nodes.setClock(start.node(), surroundings.time());
        surroundings.happened(new RunEvent.Started(start.node()));
        traffic.sent(hellos, Fates.NONE, surroundings.step());
        return Optional.empty();
    }

    @Override
    public Optional<ClientReply> pause(Action.Pause pause) {
        cluster.pause(pause.node());
        nodes.setStatus(pause.node(), Status.PAUSED);
        surroundings.happened(new RunEvent.Paused(pause.node()));
        return Optional.empty();
    }

    @Override
    public Optional<ClientReply> resume(Action.Resume resume) {
        cluster.resume(resume.node());
        nodes.setStatus(resume.node(), Status.UP);
        nodes.setClock(resume.node(), surroundings.time());
        surroundings.happened(new RunEvent.Resumed(resume.node()));
        traffic.resumed(resume.node());
        questions.resumed(resume.node());
        return Optional.empty();
    }

    @Override
    public Optional<ClientReply> cut(Action.Cut cut) {
        links.cut(cut.links());
        surroundings.happened(new RunEvent.Cut(cut.links()));
        return Optional.empty();
    }

    @Override
    public Optional<ClientReply> mend(Action.Mend mend) {
        surroundings.happened(new RunEvent.Mended(links.mend(mend.links())));
        return Optional.empty();
    }

    @Override
    public Optional<ClientReply> setRule(Action.SetRule set) {
        rules.set(set.rule(), surroundings.present().index() + 1);
        surroundings.happened(new RunEvent.RuleSet(set.rule()));
        return Optional.empty();
    }

    @Override
    public Optional<ClientReply> endRule(Action.EndRule end) {
        surroundings.happened(new RunEvent.RulesEnded(rules.end(end.nth())));
        return Optional.empty();
    }

    @Override
    public Optional<ClientReply> skew(Action.Skew skew) {
        nodes.skew(skew.node(), skew.by());
        nodes.setClock(skew.node(), surroundings.time());
        surroundings.happened(new RunEvent.Skewed(skew.node(), skew.by()));
        return Optional.empty();
    }

    @Override
    public Optional<ClientReply> expect(Action.Expect expect) {
        surroundings.expect(expect.expectation());
        return Optional.empty();
    }
}
