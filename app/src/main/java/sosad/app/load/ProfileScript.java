package sosad.app.load;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import sosad.app.load.KeyDistribution.KeyPicker;
import sosad.app.load.LoadProfile.KeyWriters;

/** One client of a {@link LoadProfile}. */
final class ProfileScript implements ClientScript {
    private final LoadProfile profile;
    private final int client;
    private final int server;
    private final IssuedVersions versions;
    private final OperationRecorder recorder;
    private final LoadMeter meter;
    private final SplittableRandom chance;
    private final KeyPicker keys;
    private final byte[] keyPrefix;
    private final long requests;
    private final double everyNanos;
    private final double firstNanos;
    private long sent;
    private int underWay;
    private long freeSinceNanos;

    /**
     * @param server as the log numbers it
     * @param versions the numbers written under each key, by any client
     * @param beginNanos when the load begins, by {@link System#nanoTime}
     */
    ProfileScript(
            LoadProfile profile,
            int client,
            int server,
            IssuedVersions versions,
            OperationRecorder recorder,
            LoadMeter meter,
            long beginNanos) {
        this.profile = profile;
        this.client = client;
        this.server = server;
        this.versions = versions;
        this.recorder = recorder;
        this.meter = meter;
        chance = new SplittableRandom(profile.seed() + client).split();
        keys = profile.distribution().picker(profile.keys(), client, profile.clients(), chance);
        keyPrefix = profile.keyPrefix().getBytes(StandardCharsets.US_ASCII);
        requests = profile.requestsOf(client);
        everyNanos = TimeUnit.SECONDS.toNanos(1)
                * profile.clients()
                / profile.perSecond().orElse(LoadProfile.MAX_PER_SECOND);
        firstNanos = beginNanos + everyNanos * client / profile.clients();
        freeSinceNanos = beginNanos;
    }

    @Override
    public long dueNanos(long now) {
        if (sent >= requests) {
            return NEVER_NANOS;
        }
        return profile.perSecond().isEmpty() ? now : (long) (firstNanos + sent * everyNanos);
    }

    /** Returns how many requests should have gone until then. */
    long dueUntil(long nanos) {
        return profile.perSecond().isEmpty()
                ? sent
                : Math.min(requests, (long) Math.max(0, Math.ceil((nanos - firstNanos) / everyNanos)));
    }

    @Override
    public void next(LoadRequest request) {
        int key = keys.next();
        request.kind = profile.mix().kind(chance.nextDouble());
        if (request.kind != OperationKind.READ) {
            key = profile.writers() == KeyWriters.ONE ? own(key) : key;
            request.version = versions.next(key);
        }
        request.keyPrefix = keyPrefix;
        request.keyNumber = key;
        sent++;
        underWay++;
    }

    /** Returns the key of this client that is next to this one. */
    private int own(int key) {
        int own = key - key % profile.clients() + client;
        return own < profile.keys() ? own : own - profile.clients();
    }

    @Override
    public void sent(LoadRequest request) {
        meter.sent(request.invokedNanos - Math.max(request.intendedNanos, freeSinceNanos));
    }

    @Override
    public void completed(LoadRequest request, LoadReply reply) {
        if (underWay == profile.pipeline()) {
            freeSinceNanos = reply.completedNanos;
        }
        underWay--;
        if (request.kind == OperationKind.READ && reply.version > versions.last((int) request.keyNumber)) {
            reply.set(reply.outcome, Operation.FOREIGN, LoadProblem.FOREIGN_VALUE, reply.completedNanos);
        }
        if (reply.lostAtOnce) {
            reply.set(OperationOutcome.REFUSED, request.version, LoadProblem.LOST_AT_ONCE, reply.completedNanos);
        }
        recorder.record(client, server, request, reply);
        meter.completed(request, reply);
    }

    @Override
    public void couldNotConnect(String why) {
        meter.couldNotConnect(why);
        freeSinceNanos = System.nanoTime();
    }
}
