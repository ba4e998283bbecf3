package sosad.app.bench;

import java.io.IOException;
import java.util.List;

/** Something that can be measured by itself; starts what it needs and ends it. */
interface Measurement {
    /** By which it is chosen on the command line. */
    String name();

    /**
     * Measures.
     *
     * @throws NodeException if a node or another measured process fails
     * @throws IOException if a connection does
     */
    List<BenchResult> take(BenchSize effort) throws IOException, InterruptedException;
}
