package sosad.app.api;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import sosad.app.fault.FaultSnapshot;
import sosad.app.history.GatewayState;
import sosad.app.history.NodeState;
import sosad.app.history.Snapshot;
import sosad.app.lab.Lab;
import sosad.app.lab.step.Preconditions;
import sosad.app.scenario.Action;
import sosad.app.scenario.ActionFailure;
import sosad.app.yaml.NearestWord;
import sosad.app.yaml.Quoted;
import sosad.model.Link;
import sosad.model.NodeId;

/**
 * The access of requests to the lab.
 *
 * @param lab carries commands out
 * @param state its latest state
 */
record LabAccess(Lab lab, LabState state) {
    private static final int MAX_SECONDS = 60;

    Snapshot present() {
        return state.seen().present();
    }

    /** Waits until a command is done; gives what it gave. */
    <T> T done(CompletableFuture<T> command) {
        try {
            return command.get(MAX_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ActionFailure) {
                throw new ApiError(ApiError.CONFLICT, e.getCause().getMessage());
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new ApiError(
                    ApiError.TIMEOUT,
                    format("not done within %d s; it may still be done: check the state", MAX_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiError(ApiError.UNAVAILABLE, "the API is closing");
        }
    }

    /** Waits until a command is done. */
    ApiResponse perform(CompletableFuture<?> command) {
        done(command);
        return ApiResponse.done();
    }

    /** Returns what is wrong with the cluster; in step mode that some links are cut. */
    FaultSnapshot faults() {
        return present().isLive()
                ? done(lab.faults())
                : FaultSnapshot.ofCut(present().cut());
    }

    /** @throws ApiError in step mode */
    void requireLive() {
        if (!present().isLive()) {
            throw new ApiError(ApiError.CONFLICT, "the clocks are stopped; POST /live first");
        }
    }

    /** @throws ApiError in live mode */
    void requireSteps() {
        if (present().isLive()) {
            throw new ApiError(ApiError.CONFLICT, "the nodes run by their own clocks; DELETE /live first");
        }
    }

    /**
     * A live cluster says by itself what it refuses.
     *
     * @param field the part of the request that asks for it
     * @throws ApiError if the action cannot be carried out in step mode
     */
    void require(String field, Action action) {
        if (!present().isLive()) {
            Preconditions.unmet(present(), action).ifPresent(why -> {
                throw new ApiError(ApiError.CONFLICT, field, why);
            });
        }
    }

    Optional<NodeState> node(String name) {
        return present().nodes().stream()
                .filter(node -> node.id().name().equals(name))
                .findFirst();
    }

    Optional<GatewayState> gateway(String name) {
        return present().gateways().stream()
                .filter(gateway -> gateway.id().name().equals(name))
                .findFirst();
    }

    /** The node or gateway of this name. */
    Optional<NodeId> process(String name) {
        return node(name).map(NodeState::id).or(() -> gateway(name).map(GatewayState::id));
    }

    /** All links, in order. */
    List<Link> links() {
        List<NodeId> nodes =
                present().nodes().stream().map(NodeState::id).sorted().toList();
        return nodes.stream()
                .flatMap(from -> nodes.stream().filter(to -> !to.equals(from)).map(to -> new Link(from, to)))
                .toList();
    }

    /** The link of this name. */
    Optional<Link> link(String name) {
        return links().stream().filter(link -> name(link).equals(name)).findFirst();
    }

    /** The name of a link, such as {@code A-B}. */
    static String name(Link link) {
        return link.from() + "-" + link.to();
    }

    /** Returns what to say of a name that nothing has. */
    String unknownLink(String name) {
        return "there is no link %s; a link is named by its nodes, as in %s"
                .formatted(
                        Quoted.of(name),
                        links().stream().findFirst().map(LabAccess::name).orElse("A-B"));
    }

    /** Returns what to say of a name that no node and no gateway has. */
    String unknownProcess(String name) {
        List<String> names = state.seen().scenario().cluster().nodes().stream()
                .map(NodeId::name)
                .toList();
        return "there is no node %s; %s".formatted(Quoted.of(name), NearestWord.hint(name, names));
    }
}
