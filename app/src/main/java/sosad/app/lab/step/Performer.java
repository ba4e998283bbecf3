package sosad.app.lab.step;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import sosad.app.client.ClientReply;
import sosad.app.cluster.StepCluster;
import sosad.app.history.GatewayState.Passed;
import sosad.app.history.Message;
import sosad.app.history.NodeState.Status;
import sosad.app.history.PersistentList;
import sosad.app.history.RunEvent;
import sosad.app.scenario.Access;
import sosad.app.scenario.Action;
import sosad.app.scenario.ActionFailure;
import sosad.app.scenario.Fates;
import sosad.app.scenario.MessageAction;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.protocol.Reads.ReadMode;

/** Carries out one action after the other; what cannot be carried out throws {@link ActionFailure}. */
record Performer(
        StepCluster cluster,
        StepState state,
        ProcessStates processes,
        Traffic traffic,
        Interventions interventions,
        Questions questions,
        Consumer<RunEvent> happened)
        implements Action.Visitor<Optional<ClientReply>> {
    /** Returns what the client got, if the action is a client's. */
    Optional<ClientReply> perform(Action action) {
        Preconditions.unmet(state.present, action).ifPresent(why -> {
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
            Passed request = new Passed(node, key, writes);
            state.passed.merge(
                    access.name(), PersistentList.copyOf(List.of(request)), (before, one) -> before.plus(request));
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
                .ifPresent(entry ->
                        happened.accept(new RunEvent.Wrote(write.node(), entry, write.lost(), false, gateway(access))));
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
        happened.accept(new RunEvent.Read(read.node(), get.key(), read.value(), gateway(get.access())));
        questions.check(get, read.value());
        return Optional.of(ClientReply.ofRead(read.value(), read.micros()));
    }

    @Override
    public Optional<ClientReply> push(Action.Push push) {
        traffic.sent(cluster.push(push.from(), push.to()), push.fates(), state.step);
        return Optional.empty();
    }

    @Override
    public Optional<ClientReply> sync(Action.Sync sync) {
        traffic.sent(cluster.sync(sync.from(), sync.to(), sync.keys()), sync.fates(), state.step);
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
        cluster.kill(kill.node());
        state.setStatus(kill.node(), Status.DEAD);
        happened.accept(new RunEvent.Killed(kill.node()));
        traffic.died(kill.node());
        questions.died(kill.node());
        return Optional.empty();
    }

    @Override
    public Optional<ClientReply> start(Action.Start start) {
        var hellos = cluster.start(start.node(), start.wipe());
        state.setStatus(start.node(), Status.UP);
        processes.setClock(start.node());
        happened.accept(new RunEvent.Started(start.node()));
        traffic.sent(hellos, Fates.NONE, state.step);
        return Optional.empty();
    }

    @Override
    public Optional<ClientReply> pause(Action.Pause pause) {
        cluster.pause(pause.node());
        state.setStatus(pause.node(), Status.PAUSED);
        happened.accept(new RunEvent.Paused(pause.node()));
        return Optional.empty();
    }

    @Override
    public Optional<ClientReply> resume(Action.Resume resume) {
        cluster.resume(resume.node());
        state.setStatus(resume.node(), Status.UP);
        processes.setClock(resume.node());
        happened.accept(new RunEvent.Resumed(resume.node()));
        traffic.resumed(resume.node());
        questions.resumed(resume.node());
        return Optional.empty();
    }

    @Override
    public Optional<ClientReply> cut(Action.Cut cut) {
        state.cut(cut.links());
        happened.accept(new RunEvent.Cut(cut.links()));
        return Optional.empty();
    }

    @Override
    public Optional<ClientReply> mend(Action.Mend mend) {
        happened.accept(new RunEvent.Mended(state.mend(mend.links())));
        return Optional.empty();
    }

    @Override
    public Optional<ClientReply> setRule(Action.SetRule set) {
        state.rules.set(set.rule(), state.present.index() + 1);
        happened.accept(new RunEvent.RuleSet(set.rule()));
        return Optional.empty();
    }

    @Override
    public Optional<ClientReply> endRule(Action.EndRule end) {
        happened.accept(new RunEvent.RulesEnded(state.rules.end(end.nth())));
        return Optional.empty();
    }

    @Override
    public Optional<ClientReply> skew(Action.Skew skew) {
        state.skews.put(skew.node(), skew.by());
        processes.setClock(skew.node());
        happened.accept(new RunEvent.Skewed(skew.node(), skew.by()));
        return Optional.empty();
    }

    @Override
    public Optional<ClientReply> expect(Action.Expect expect) {
        state.expectations.add(expect.expectation());
        return Optional.empty();
    }
}
