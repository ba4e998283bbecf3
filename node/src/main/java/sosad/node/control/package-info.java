/**
 * The connections through which programs steer and watch this node: the one it dials, to the app that started it, and
 * those that other programs open at its control port ({@code docs/control-protocol.md}).
 */
package sosad.node.control;
