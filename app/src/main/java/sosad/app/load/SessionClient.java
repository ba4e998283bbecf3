package sosad.app.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import sosad.model.NodeId;

/** One client of a {@link SessionProfile}: it has a connection to each server, and uses one at a time. */
final class SessionClient {
    private final SessionProfile profile;
    private final int number;
    private final NodeId home;
    private final OperationLog log;
    private final OperationListener listener;
    private final SplittableRandom chance;
    private final byte[] keyPrefix;
    private final long everyNanos;
    private long nextNanos;
    private long lastVersion;
    private boolean isAsking;
    private boolean isRead;
    private int key;
    private NodeId server;

    /** @param listener judges the reads */
    SessionClient(SessionProfile profile, int number, OperationLog log, OperationListener listener) {
        this.profile = profile;
        this.number = number;
        this.log = log;
        this.listener = listener;
        home = profile.homes().get(number % profile.homes().size());
        chance = new SplittableRandom(profile.seed() + number).split();
        keyPrefix = profile.keyPrefix().getBytes(StandardCharsets.US_ASCII);
        everyNanos = profile.perSecond().isEmpty()
                ? 0
                : Math.round(TimeUnit.SECONDS.toNanos(1)
                        * profile.clients()
                        / profile.perSecond().getAsDouble());
        choose();
    }

    /** Returns what it does at each server, one script for each. */
    List<AtServer> scripts() {
        List<NodeId> servers = new ArrayList<>(profile.readAt());
        if (!servers.contains(home)) {
            servers.add(home);
        }
        return servers.stream().map(AtServer::new).toList();
    }

    private void choose() {
        isRead = chance.nextDouble() < profile.readShare();
        if (isRead) {
            key = chance.nextInt(profile.keys());
            server = profile.readAt().get(chance.nextInt(profile.readAt().size()));
        } else {
            int own = (profile.keys() - 1 - number) / profile.clients() + 1;
            key = number + profile.clients() * chance.nextInt(own);
            server = home;
        }
    }

    /** What the client does at one of its servers. */
    final class AtServer implements ClientScript {
        private final NodeId here;

        private AtServer(NodeId here) {
            this.here = here;
        }

        NodeId server() {
            return here;
        }

        @Override
        public long dueNanos(long now) {
            return isAsking || !server.equals(here) ? NEVER_NANOS : Math.max(now, nextNanos);
        }

        @Override
        public void next(LoadRequest request) {
            isAsking = true;
            request.kind = isRead ? OperationKind.READ : OperationKind.WRITE;
            request.keyPrefix = keyPrefix;
            request.keyNumber = key;
            request.version = isRead ? Operation.NOTHING : ++lastVersion;
        }

        @Override
        public void sent(LoadRequest request) {
            nextNanos = request.invokedNanos + everyNanos;
            if (!isRead) {
                listener.sends(number, here, request.key(), request.version, request.invokedNanos - log.originNanos());
            }
        }

        @Override
        public void completed(LoadRequest request, LoadReply reply) {
            Operation operation = new Operation(
                    number,
                    here,
                    request.kind,
                    request.key(),
                    isRead ? reply.version : request.version,
                    request.invokedNanos - log.originNanos(),
                    reply.completedNanos - log.originNanos(),
                    reply.lostAtOnce ? OperationOutcome.REFUSED : reply.outcome);
            log.add(operation.judged(listener.completed(operation)));
            isAsking = false;
            choose();
        }

        @Override
        public void couldNotConnect(String why) {
            if (!isAsking && server.equals(here)) {
                choose();
            }
        }
    }
}
