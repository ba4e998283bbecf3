package sosad.app.check.suite;

import sosad.app.check.SystemUnderTest;

/**
 * Foreign servers of which each is asked first whether it is there and lets us in.
 *
 * @param servers the servers
 */
public record ProbedServers(ForeignServers servers) implements SystemSource {
    @Override
    public String words() {
        return servers.words();
    }

    @Override
    public String options() {
        return servers.options();
    }

    @Override
    public SystemUnderTest system() {
        servers.probe();
        return servers;
    }
}
