package sosad.record;

import sosad.model.NodeId;

/**
 * The part of a record that a file holds.
 *
 * @param program the version of the program that wrote it
 * @param shape of the states in it, see {@link EngineStates#shape}
 * @param node whose record it is
 * @param start a number that differs from stretch to stretch of one node's live time
 * @param part the number of the file in its stretch, from 1
 * @param follows whether it goes on exactly where the part before ended
 * @param epochMillis when it begins, in milliseconds since 1970
 */
public record RecordHeader(
        String program, int shape, NodeId node, long start, int part, boolean follows, long epochMillis) {}
