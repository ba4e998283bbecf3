package sosad.app.explain.change;

import sosad.model.NodeId;

/**
 * A message by what it is, so that it is meant in another run too, where it may stand at another place on its link.
 *
 * @param action the action that sent it
 * @param to its destination
 * @param part its place, from 0, among what that action sent there
 * @param copy its place, from 0, among its copies that stand together
 */
record MessageRef(int action, NodeId to, int part, int copy) {
    MessageRef withCopy(int newCopy) {
        return new MessageRef(action, to, part, newCopy);
    }
}
