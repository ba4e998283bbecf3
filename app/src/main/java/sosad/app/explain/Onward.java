package sosad.app.explain;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import sosad.app.history.Message;
import sosad.app.lab.FairEnd;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.protocol.Content;
import sosad.protocol.Rules;

/** A cluster in memory that stands where everything under way at the moment asked about has arrived, and goes on. */
interface Onward {
    /**
     * Goes on to the end of the fair continuation; this stays where it is.
     *
     * @param rules those under which it goes on
     * @param arrivals given what the nodes hold at any moment of it, gets everything that has arrived, and the round
     */
    FairEnd syncFairly(Rules rules, Function<FairEnd, ObjIntConsumer<Content>> arrivals);

    /** Returns the last message under way at that moment that has brought something under the key to the node. */
    Optional<Message> bringing(NodeId at, Key key);
}
