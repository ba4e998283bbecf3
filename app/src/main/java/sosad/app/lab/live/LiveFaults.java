package sosad.app.lab.live;

import static sosad.model.PlainFormat.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import sosad.app.cluster.LiveCluster;
import sosad.app.fault.ActiveFault;
import sosad.app.fault.Fault;
import sosad.app.fault.FaultInjector;
import sosad.app.fault.FaultSnapshot;
import sosad.app.fault.LinkFault;
import sosad.app.fault.plan.Decision;
import sosad.app.fault.plan.FaultPlan;
import sosad.app.fault.plan.FaultPlanWriter;
import sosad.app.fault.plan.Members;
import sosad.app.fault.plan.PlanEvent;
import sosad.app.fault.plan.PlanRun;
import sosad.model.Link;
import sosad.model.NodeId;

/** The faults of a lab's live cluster, by hand and by a plan, and their healing. Says in the log what it did. */
public final class LiveFaults implements AutoCloseable {
    private static final int MAX_SAID = 4;

    private final LiveCluster cluster;
    private final Consumer<String> log;
    private final FaultInjector faults;
    private final List<Decision> done = new ArrayList<>();
    private Optional<Plan> plan = Optional.empty();
    private long nowMillis;

    /** A plan that is carried out; its time begins at {@code beganMillis}. */
    private record Plan(String title, long seed, PlanRun run, long beganMillis, Deque<String> said) {}

    public LiveFaults(LiveCluster cluster, Consumer<String> log) {
        this.cluster = cluster;
        this.log = log;
        this.faults = new FaultInjector(cluster, why -> log.accept("Not healed: " + why));
    }

    /** Does what is due now, in milliseconds since the cluster went live. */
    public void tick(long millis) {
        nowMillis = millis;
        faults.poll();
        plan.ifPresent(one -> one.run().tick(millis - one.beganMillis()).forEach(event -> note(one, event)));
    }

    private void note(Plan from, PlanEvent event) {
        log.accept("%s: %s".formatted(from.title(), event.words()));
        from.said().addLast(event.say().orElseGet(event::words));
        while (from.said().size() > MAX_SAID) {
            from.said().removeFirst();
        }
    }

    /** @throws sosad.app.cluster.NodeException if it cannot be done, saying why */
    public ActiveFault inject(Fault fault, String by) {
        ActiveFault record = faults.inject(fault, by, nowMillis);
        done.add(new Decision(nowMillis, fault, OptionalLong.empty(), Optional.empty()));
        log.accept("%s (%s)".formatted(fault.words(), by));
        return record;
    }

    public void heal(long number) {
        String words = snapshot().inForce().stream()
                .filter(one -> one.number() == number)
                .map(one -> one.fault().words())
                .findFirst()
                .orElse("");
        faults.heal(number);
        log.accept("Healed: " + words);
    }

    /** Heals whatever keeps a process from running; starts one that has died by itself. */
    void bringBack(NodeId process) {
        List<ActiveFault> causes = snapshot().inForce().stream()
                .filter(one -> one.takesOut(process))
                .toList();
        causes.stream().filter(one -> faults.isInForce(one.number())).forEach(one -> heal(one.number()));
        if (!cluster.isRunning(process)) {
            faults.start(process);
        }
    }

    /** Brings a process back that is down, whatever the reason; one that still runs hangs, and is killed first. */
    public void restart(NodeId process) {
        if (cluster.isPaused(process)) {
            return; // it was frozen on purpose meanwhile
        }
        if (cluster.isRunning(process)) {
            log.accept("%s did not answer and is killed".formatted(process));
            cluster.kill(process);
        }
        bringBack(process);
    }

    /** Ends the cuts that touch one of these links, or all cuts. */
    void mend(Optional<List<Link>> links) {
        for (ActiveFault one : snapshot().inForce()) {
            if (one.fault() instanceof Fault.OnLinks on && on.what() instanceof LinkFault.Cut) {
                if (links.map(some -> some.stream().anyMatch(on.links()::contains))
                        .orElse(true)) {
                    heal(one.number());
                }
            }
        }
    }

    public void healEverything() {
        endPlan();
        faults.healEverything();
        cluster.nodes().forEach(this::bringBack);
        cluster.gateways().forEach(this::bringBack);
        log.accept("Everything is healed.");
    }

    public void runPlan(FaultPlan begun, long seed) {
        endPlan();
        PlanRun run = new PlanRun(begun, new Members(cluster.nodes(), cluster.gateways()), seed, faults);
        plan = Optional.of(new Plan(begun.title(), seed, run, nowMillis, new ArrayDeque<>()));
        log.accept(format("%s begins, seed %d.", begun.title(), seed));
    }

    public void endPlan() {
        plan.ifPresent(one -> {
            done.addAll(since(one));
            log.accept("%s ends.".formatted(one.title()));
        });
        plan = Optional.empty();
    }

    private static List<Decision> since(Plan one) {
        return one.run().decided().stream()
                .map(decision -> new Decision(
                        one.beganMillis() + decision.atMillis(),
                        decision.fault(),
                        decision.healAtMillis().isPresent()
                                ? OptionalLong.of(one.beganMillis()
                                        + decision.healAtMillis().getAsLong())
                                : OptionalLong.empty(),
                        decision.say()))
                .toList();
    }

    /** All that was done, as a plan. */
    public FaultPlan soFar() {
        List<Decision> all = new ArrayList<>(done);
        plan.ifPresent(one -> all.addAll(since(one)));
        all.sort(Comparator.comparingLong(Decision::atMillis));
        return FaultPlanWriter.plan("What was done to the cluster", Optional.empty(), all);
    }

    public FaultSnapshot snapshot() {
        return faults.snapshot();
    }

    public Optional<LiveState.RunningPlan> runningPlan() {
        return plan.map(one -> new LiveState.RunningPlan(
                one.title(), one.seed(), nowMillis - one.beganMillis(), List.copyOf(one.said())));
    }

    /** Returns whether a fault in force is the reason if this process ends. */
    public boolean isMeantToEnd(NodeId process) {
        return faults.isMeantToEnd(process);
    }

    @Override
    public void close() {
        faults.close();
    }
}
