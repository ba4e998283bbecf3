package sosad.app.view;

import java.util.Optional;
import sosad.app.explain.Question;

/** Something on screen of which one can ask why it is so. */
public interface Askable {
    /** Returns the question that is asked of it now, if there is one. */
    Optional<Question> question();
}
