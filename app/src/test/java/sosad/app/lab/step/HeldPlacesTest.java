package sosad.app.lab.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sosad.app.scenario.Action;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;

/** Three messages are held on a link, in two parts, one and three. */
class HeldPlacesTest {
    private static final Link LINK = new Link(new NodeId("A"), new NodeId("B"));
    private static final Set<Key> KEYS = Set.of(new Key("k"));

    private final HeldPlaces places = new HeldPlaces(new HashMap<>(Map.of(LINK, new ArrayList<>(List.of(2, 1, 3)))));

    @Test
    void aMessageIsEachOfItsPartsAndThoseBehindItMoveUp() {
        assertThat(places.inFile(new Action.Discard(LINK, 1)))
                .containsExactly(new Action.Discard(LINK, 1), new Action.Discard(LINK, 1));
        assertThat(places.inFile(new Action.Deliver(LINK, 1))).containsExactly(new Action.Deliver(LINK, 1));
        assertThat(places.inFile(new Action.Trim(LINK, 1, KEYS)))
                .containsExactly(
                        new Action.Trim(LINK, 1, KEYS), new Action.Trim(LINK, 2, KEYS), new Action.Trim(LINK, 3, KEYS));
    }

    @Test
    void whatIsHeldByTheSameStepComesBehindAllParts() {
        assertThat(places.inFile(new Action.Deliver(LINK, 4))).containsExactly(new Action.Deliver(LINK, 7));
        assertThat(places.inFile(new Action.Deliver(new Link(new NodeId("B"), new NodeId("A")), 2)))
                .containsExactly(new Action.Deliver(new Link(new NodeId("B"), new NodeId("A")), 2));
    }

    @Test
    void otherActionsStay() {
        Action kill = new Action.Kill(new NodeId("A"));
        assertThat(places.inFile(kill)).containsExactly(kill);
    }
}
