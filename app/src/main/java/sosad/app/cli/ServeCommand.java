package sosad.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sosad.app.api.ApiServer;
import sosad.app.api.LabState;
import sosad.app.api.Token;
import sosad.app.lab.Lab;
import sosad.app.lab.LabActor;
import sosad.app.lab.LabEvent;
import sosad.app.lab.ProcessClusters;
import sosad.app.scenario.ActionFailure;
import sosad.app.scenario.Scenario;

/** The command {@code serve}: a lab without a window, which programs steer over HTTP until it is asked to end. */
@Command(
        name = "serve",
        description = "Opens a scenario without a window and answers HTTP on the loopback interface (docs/api.md), "
                + "until SIGTERM or Ctrl-C.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            defaultValue = "sample",
            paramLabel = "FILE|NAME",
            description = "A scenario file, or the name of a bundled scenario (default: sample).")
    private String scenario;

    @Option(
            names = "--port",
            defaultValue = "0",
            paramLabel = "PORT",
            description = "Where to listen (default: a free port).")
    private int port;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Accept the token in this file (default: a new one).")
    private Optional<Path> tokenFile = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        Scenario read = ScenarioChoice.of(scenario, spec.commandLine()).read().scenario();
        Token token = tokenFile.map(this::token).orElseGet(Token::random);
        LabState watch = new LabState();
        CountDownLatch ended = new CountDownLatch(1);
        Lab lab = new LabActor(new ProcessClusters(), watch.andThen(event -> complain(event, ended)));
        Thread end = new Thread(
                () -> {
                    ended.countDown();
                    lab.close(); // the program ends when its hooks have, whatever else still runs
                },
                "end of serve");
        try {
            Runtime.getRuntime().addShutdownHook(end);
        } catch (IllegalStateException e) {
            return 0; // it is to end before it has begun
        }
        try (lab;
                ApiServer server = ApiPort.bind(port, token, spec.commandLine())) {
            lab.open(read).join();
            server.serve(lab, watch);
            ApiPort.announce(server, token, spec.commandLine().getOut());
            ended.await();
            return 0;
        } catch (CompletionException e) {
            if (e.getCause() instanceof ActionFailure || ended.getCount() == 0) {
                return Main.NODE_FAILED; // it was told already, or is to end
            }
            throw e;
        }
    }

    /** Reports what has failed in a lab that nobody watches; what fails when the program is to end is no news. */
    private void complain(LabEvent event, CountDownLatch ended) {
        if (event instanceof LabEvent.Failed failed) {
            complain(failed.what(), ended);
        } else if (event instanceof LabEvent.Differed differed) {
            complain(differed.difference().sentence(), ended);
        }
    }

    private void complain(String what, CountDownLatch ended) {
        if (ended.getCount() > 0) {
            spec.commandLine().getErr().println("sosad: " + what);
            spec.commandLine().getErr().flush();
        }
    }

    private Token token(Path file) {
        try {
            return Token.read(file);
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), "--token-file: cannot read " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--token-file: " + e.getMessage(), e);
        }
    }
}
