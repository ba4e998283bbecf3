/** The connection through which the app steers and watches this node; the node opens it. */
package sosad.node.control;
