package sosad.app.lab.step;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import sosad.app.client.ClientReply;
import sosad.app.cluster.StepCluster;
import sosad.app.history.GatewayState.ForwardedRequest;
import sosad.app.history.Message;
import sosad.app.history.NodeState.Status;
import sosad.app.history.PersistentList;
import sosad.app.history.RunEvent;
import sosad.app.scenario.Access;
import sosad.app.scenario.Action;
import sosad.app.scenario.ActionFailure;
import sosad.app.scenario.Fates;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.MessageState;
import sosad.message.PeerMessage;
import sosad.model.ByType;
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
        Consumer<RunEvent> happened) {
    /** Carries out actions in steps. */
    private interface Work {
        Optional<ClientReply> by(Performer performer);
    }

    private static final ByType<Action, Work> ACTIONS = new ByType<Action, Work>()
            .on(
                    Action.Put.class,
                    put -> by ->
                            by.wrote(put.access(), by.cluster.put(put.access().name(), put.key(), put.value())))
            .on(
                    Action.Delete.class,
                    delete -> by -> by.wrote(
                            delete.access(), by.cluster.delete(delete.access().name(), delete.key())))
            .on(Action.Get.class, get -> by -> by.get(get))
            .on(Action.Push.class, push -> then(by -> by.sent(by.cluster.push(push.from(), push.to()), push.fates())))
            .on(
                    Action.Sync.class,
                    sync -> then(by -> by.sent(by.cluster.sync(sync.from(), sync.to(), sync.keys()), sync.fates())))
            .on(Action.Deliver.class, deliver -> then(by -> by.traffic.release(by.held(deliver.link(), deliver.nth()))))
            .on(
                    Action.Discard.class,
                    discard -> then(by -> by.handle(by.held(discard.link(), discard.nth()), MessageAction.LOSE)))
            .on(Action.Trim.class, trim -> then(by -> by.trim(trim)))
            .on(Action.Handle.class, handle -> then(by -> by.handle(handle)))
            .on(Action.Kill.class, kill -> then(by -> by.kill(kill)))
            .on(Action.Start.class, start -> then(by -> by.start(start)))
            .on(Action.Pause.class, pause -> then(by -> by.pause(pause)))
            .on(Action.Resume.class, resume -> then(by -> by.resume(resume)))
            .on(Action.Cut.class, cut -> then(by -> by.cut(cut)))
            .on(
                    Action.Mend.class,
                    mend -> then(by -> by.happened.accept(new RunEvent.Mended(by.state.mend(mend.links())))))
            .on(Action.SetRule.class, set -> then(by -> by.setRule(set)))
            .on(
                    Action.EndRule.class,
                    end -> then(by -> by.happened.accept(new RunEvent.RulesEnded(by.state.rules.end(end.nth())))))
            .on(Action.Skew.class, skew -> then(by -> by.skew(skew)))
            .on(Action.Expect.class, expect -> then(by -> by.state.expectations.add(expect.expectation())))
            .all(Action.class);

    /** Returns this work, which gives a client nothing. */
    private static Work then(Consumer<Performer> work) {
        return by -> {
            work.accept(by);
            return Optional.empty();
        };
    }

    /** Returns what the client got, if the action is a client's. */
    Optional<ClientReply> perform(Action action) {
        Preconditions.unmet(state.present, action).ifPresent(why -> {
            if (action instanceof Action.Get get) {
                questions.failed(get, why);
            }
            throw new ActionFailure(why);
        });
        return ACTIONS.of(action).by(this);
    }

    private void notePassed(Access access, NodeId node, Key key, boolean writes) {
        if (access.viaGateway()) {
            ForwardedRequest request = new ForwardedRequest(node, key, writes);
            state.passed.merge(
                    access.name(), PersistentList.copyOf(List.of(request)), (before, one) -> before.plus(request));
        }
    }

    static Optional<NodeId> gateway(Access access) {
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

    private Optional<ClientReply> get(Action.Get get) {
        if (get.mode() != ReadMode.LOCAL) {
            return Optional.of(questions.ask(get));
        }
        StepCluster.Read read = cluster.get(get.access().name(), get.key());
        if (read.failure().isPresent()) {
            questions.failed(get, read.failure().get());
            throw new ActionFailure(read.failure().get());
        }
        notePassed(get.access(), read.node(), get.key(), false);
        questions.answered(get, read, Optional.empty());
        return Optional.of(ClientReply.ofRead(read.value(), read.micros()));
    }

    private void handle(Action.Handle handle) {
        MessageAction action = handle.action();
        if (handle.state() != MessageState.IN_FLIGHT) {
            refuseUnlessPossible(traffic.wholeOn(handle), action);
        }
        handle(traffic.copyOn(handle), action);
    }

    private void trim(Action.Trim trim) {
        MessageAction action = new MessageAction.Trim(trim.keys());
        Message message = held(trim.link(), trim.nth());
        refuseUnlessPossible(message, action);
        handle(message, action);
    }

    private void refuseUnlessPossible(Message message, MessageAction action) {
        Preconditions.unmet(state.present, message, action.kind()).ifPresent(why -> {
            throw new ActionFailure(why);
        });
    }

    private void handle(Message message, MessageAction action) {
        interventions.handle(message, action, Interventions.SCENARIO);
    }

    private void sent(List<PeerMessage> messages, Fates fates) {
        traffic.sent(messages, fates, state.step);
    }

    private Message held(Link link, int nth) {
        return traffic.heldOn(link).get(nth - 1);
    }

    private void kill(Action.Kill kill) {
        cluster.kill(kill.node());
        state.setStatus(kill.node(), Status.DEAD);
        happened.accept(new RunEvent.Killed(kill.node()));
        traffic.died(kill.node());
        questions.died(kill.node());
    }

    private void start(Action.Start start) {
        List<PeerMessage> hellos = cluster.start(start.node(), start.wipe());
        state.setStatus(start.node(), Status.UP);
        processes.setClock(start.node());
        happened.accept(new RunEvent.Started(start.node()));
        sent(hellos, Fates.NONE);
    }

    private void pause(Action.Pause pause) {
        cluster.pause(pause.node());
        state.setStatus(pause.node(), Status.PAUSED);
        happened.accept(new RunEvent.Paused(pause.node()));
    }

    private void resume(Action.Resume resume) {
        cluster.resume(resume.node());
        state.setStatus(resume.node(), Status.UP);
        processes.setClock(resume.node());
        happened.accept(new RunEvent.Resumed(resume.node()));
        traffic.resumed(resume.node());
        questions.resumed(resume.node());
    }

    private void cut(Action.Cut cut) {
        state.cut(cut.links());
        happened.accept(new RunEvent.Cut(cut.links()));
    }

    private void setRule(Action.SetRule set) {
        state.rules.set(set.rule(), state.present.index() + 1);
        happened.accept(new RunEvent.RuleSet(set.rule()));
    }

    private void skew(Action.Skew skew) {
        state.skews.put(skew.node(), skew.by());
        processes.setClock(skew.node());
        happened.accept(new RunEvent.Skewed(skew.node(), skew.by()));
    }
}
