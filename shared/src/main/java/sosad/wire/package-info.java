/** The byte form of the messages: frames between peers, JSON lines on the control connection, and their limits. */
package sosad.wire;
