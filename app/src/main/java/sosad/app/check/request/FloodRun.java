package sosad.app.check.request;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import sosad.app.check.CheckContext;
import sosad.app.check.CheckResultBuilder;
import sosad.app.check.FaultBand;
import sosad.app.check.Figure;
import sosad.app.check.Series;
import sosad.app.check.Series.Point;
import sosad.app.check.SystemUnderTest;
import sosad.message.Address;
import sosad.model.NodeId;
import sosad.process.OpenFiles;

/** Both floods at one server or gateway: a quiet time, unread requests, left connections, and a quiet time again. */
final class FloodRun implements AutoCloseable {
    /** How many clients read no replies. */
    static final int CLIENTS = 4;

    /** The most requests of each of them. */
    static final int REQUESTS = 20_000;

    /** The most connections that are left. */
    static final int CONNECTIONS = 2_000;

    private static final int VALUE_BYTES = 1_000;
    private static final int BATCH = 50;
    private static final double NANOS_A_SECOND = 1e9;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration STEP = Duration.ofMillis(20);

    private final CheckContext context;
    private final SystemUnderTest system;
    private final NodeId target;
    private final Address address;
    private final Duration phase;
    private final long beganNanos = System.nanoTime();
    private final Bystander bystander;
    private final ServerMemory memory;
    private final List<Point> megabytes = new ArrayList<>();
    private final List<FaultBand> bands = new ArrayList<>();
    private long floodFromNanos;
    private long floodUntilNanos;
    private long sent;
    private int opened;
    private int turnedAway;

    /** @param time how long it takes, about */
    FloodRun(CheckContext context, NodeId target, Duration time) throws IOException {
        this.context = context;
        this.system = context.system();
        this.target = target;
        this.address = system.address(target).orElseThrow(() -> new IOException(target + " is down"));
        this.phase = time.dividedBy(5);
        this.memory = new ServerMemory(system, target);
        this.bystander = new Bystander(system, target, beganNanos);
    }

    /** Returns what is wrong, if anything. */
    Optional<String> run() throws IOException, InterruptedException {
        hold(phase);
        floodFromNanos = since();
        Optional<String> fault = unread();
        if (fault.isEmpty()) {
            left();
        }
        floodUntilNanos = since();
        hold(phase);
        bystander.stop();
        return fault.or(bystander::fault).or(this::newcomerIsNotServed);
    }

    private long since() {
        return System.nanoTime() - beganNanos;
    }

    private void band(String label, long fromNanos) {
        FaultBand band = new FaultBand(label, Optional.of(target), fromNanos, since());
        bands.add(band);
        context.band(band);
    }

    /** Lets time pass and looks at the memory meanwhile. */
    private void hold(Duration time) throws IOException, InterruptedException {
        long end = since() + time.toNanos();
        while (since() < end && bystander.fault().isEmpty()) {
            OptionalDouble now = memory.megabytes();
            if (now.isPresent() && megabytes.size() < Series.MAX_POINTS) {
                megabytes.add(new Point(since() / NANOS_A_SECOND, now.getAsDouble()));
            }
            context.await(STEP);
        }
    }

    private Optional<String> unread() throws IOException, InterruptedException {
        context.progress(0.2, "requests whose replies nobody reads, at " + target);
        String key = "check6:" + "k".repeat(90);
        String value = "v".repeat(VALUE_BYTES);
        try (RawConnection client = new RawConnection(system, target, TIMEOUT)) {
            RawReply reply = client.ask("SET", key, value);
            if (reply.isError()) {
                return Optional.of("%s answers SET with %s".formatted(target, reply.shown()));
            }
            while (system.gateways().contains(target)
                    && !client.ask("GET", key).text().equals(value)) {
                hold(STEP); // the nodes behind it have it soon
                if (since() > floodFromNanos + TIMEOUT.toNanos()) {
                    return Optional.of("%s does not give back what was written".formatted(target));
                }
            }
        }
        long from = since();
        List<UnreadRequests> clients = new ArrayList<>();
        try {
            List<String> login =
                    system.password().map(password -> List.of("AUTH", password)).orElse(List.of());
            byte[] request = FloodCheck.bytes(RawConnection.array(List.of("GET", key)));
            byte[] reply = FloodCheck.bytes(format("$%d\r\n%s\r\n", VALUE_BYTES, value));
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(new UnreadRequests(address, TIMEOUT, login, request, reply));
            }
            long end = since() + phase.toNanos();
            boolean isAnyTaken = true;
            while (isAnyTaken && since() < end) {
                isAnyTaken = false;
                for (UnreadRequests client : clients) {
                    isAnyTaken |= client.send(REQUESTS);
                }
                hold(Duration.ofMillis(1));
            }
            sent = clients.stream().mapToLong(UnreadRequests::sent).sum();
            hold(Duration.ofNanos(Math.max(0, end - since())));
            for (UnreadRequests client : clients) {
                client.readAll(TIMEOUT);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("%s, to clients that did not read at once: %s".formatted(target, e.getMessage()));
        } finally {
            for (UnreadRequests client : clients) {
                client.close();
            }
            band("replies not read", from);
            tidyUp(key);
        }
    }

    private void tidyUp(String key) throws IOException {
        try (RawConnection client = new RawConnection(system, target, TIMEOUT)) {
            client.ask("DEL", key);
        }
    }

    private void left() throws IOException, InterruptedException {
        context.progress(0.6, "connections opened and left, at " + target);
        OptionalInt files = OpenFiles.limit();
        int most = Math.min(CONNECTIONS, files.isPresent() ? (files.getAsInt() - OpenFiles.OWN) / 4 : CONNECTIONS);
        long from = since();
        try (LeftConnections connections = new LeftConnections(address)) {
            long end = since() + phase.toNanos();
            for (int i = 0; i < most && since() < end; i++) {
                connections.open();
                if (i % BATCH == 0) {
                    hold(Duration.ofMillis(1));
                }
            }
            hold(Duration.ofNanos(Math.max(phase.toNanos() / 2, end - since())));
            opened = connections.opened();
            turnedAway = connections.turnedAway();
        } finally {
            band("connections left", from);
        }
    }

    private Optional<String> newcomerIsNotServed() {
        try (RawConnection newcomer = new RawConnection(system, target, TIMEOUT)) {
            RawReply reply = newcomer.ask("PING");
            return reply.text().equals("PONG")
                    ? Optional.empty()
                    : Optional.of("%s answers a new client afterwards with %s".formatted(target, reply.shown()));
        } catch (IOException e) {
            return Optional.of("%s does not serve a new client afterwards: %s".formatted(target, e.getMessage()));
        }
    }

    long servedMeanwhile() {
        return bystander.between(floodFromNanos, floodUntilNanos).size();
    }

    String headline() {
        return format(
                "%.1f ms at %s",
                bystander.between(floodFromNanos, floodUntilNanos).millis(1), target);
    }

    void addTo(CheckResultBuilder result) {
        ReplyTimes before = bystander.between(0, floodFromNanos);
        ReplyTimes during = bystander.between(floodFromNanos, floodUntilNanos);
        ReplyTimes after = bystander.between(floodUntilNanos, Long.MAX_VALUE);
        result.figure(Figure.millis(target + ": another client, median before", before.millis(0.5)))
                .figure(Figure.millis("median meanwhile", during.millis(0.5)))
                .figure(Figure.millis("slowest meanwhile", during.millis(1)))
                .figure(Figure.millis("median afterwards", after.millis(0.5)))
                .figure(Figure.count("requests taken, no reply read", sent))
                .figure(Figure.count("connections left", opened))
                .figure(Figure.count("turned away", turnedAway));
        if (!megabytes.isEmpty()) {
            double most = megabytes.stream().mapToDouble(Point::y).max().orElse(0);
            result.figure(Figure.of("memory before", megabytes.get(0).y(), "MB"))
                    .figure(Figure.of("memory at most", most, "MB"))
                    .figure(Figure.of(
                            "memory afterwards",
                            megabytes.get(megabytes.size() - 1).y(),
                            "MB"))
                    .series(new Series("Memory of the process", target.name(), "time, s", "MB", megabytes));
        }
        result.series(bystander.series(target.name())).bands(bands);
    }

    @Override
    public void close() throws IOException {
        bystander.close();
        memory.close();
    }
}
