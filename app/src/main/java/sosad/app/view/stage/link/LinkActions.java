package sosad.app.view.stage.link;

import sosad.model.Link;

/** What the user can do to a link on the stage. */
public interface LinkActions {
    /** The user wants to do something to this link. */
    void choose(Link route);
}
