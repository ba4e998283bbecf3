/** The connection through which the app watches a gateway and tells it where its backends are; the gateway opens it. */
package sosad.node.gateway.control;
