package sosad.app.check.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sosad.app.check.Check;
import sosad.app.check.CheckContext;
import sosad.app.check.CheckNumber;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckResultBuilder;
import sosad.app.check.SystemUnderTest;
import sosad.model.NodeId;

/**
 * Floods, at a server and at a gateway: requests whose replies nobody reads, and connections that are opened and left
 * (the document's "SYN flood", as far as a program without privileges can send one). Another client is served
 * meanwhile, every reply comes once it is read, and afterwards everything is as before.
 */
record FloodCheck() implements Check {
    @Override
    public CheckNumber number() {
        return CheckNumber.of(6);
    }

    @Override
    public String title() {
        return "Sending packets before a response";
    }

    @Override
    public String question() {
        return "Are others served while clients send requests without reading replies, or open connections and leave?";
    }

    @Override
    public String situation() {
        return "requests of another client during a flood";
    }

    @Override
    public Duration usualDuration() {
        return Duration.ofSeconds(8);
    }

    @Override
    public CheckResult run(CheckContext context) throws InterruptedException {
        SystemUnderTest system = context.system();
        List<NodeId> targets = Stream.concat(
                        system.servers().stream().limit(1),
                        system.gateways().stream().limit(1))
                .toList();
        CheckResultBuilder result = new CheckResultBuilder(this);
        List<FloodRun> runs = new ArrayList<>();
        Optional<String> fault = Optional.empty();
        for (NodeId target : targets) {
            try (FloodRun run = new FloodRun(context, target, context.duration().dividedBy(targets.size()))) {
                runs.add(run);
                fault = run.run();
            } catch (IOException e) {
                fault = Optional.of("%s: %s".formatted(target, e.getMessage()));
            }
            if (fault.isPresent()) {
                break;
            }
        }
        runs.forEach(run -> run.addTo(result));
        result.did(format(
                        "At %s, one after the other: %d clients sent up to %,d requests each and read no reply; then "
                                + "up to %,d connections were opened and left. Another client went on asking.",
                        Processes.words(targets), FloodRun.CLIENTS, FloodRun.REQUESTS, FloodRun.CONNECTIONS))
                .situations(runs.stream().mapToLong(FloodRun::servedMeanwhile).sum());
        return fault.isPresent()
                ? result.failed(fault.get())
                : result.held("another client waited at most "
                        + String.join(
                                ", ", runs.stream().map(FloodRun::headline).toList()));
    }

    /** The bytes of a text whose characters are bytes. */
    static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
