package sosad.app.lab;

import sosad.app.check.SystemUnderTest;
import sosad.app.check.suite.SystemSource;

/** stub */
public record StageSystems(Lab lab) implements SystemSource {
    @Override
    public String words() {
        return "the cluster on stage";
    }

    @Override
    public String options() {
        return "";
    }

    @Override
    public SystemUnderTest system() {
        throw new UnsupportedOperationException();
    }
}
