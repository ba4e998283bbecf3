/** What a node tells Prometheus; loaded only if it is asked for. */
package sosad.node.metrics;
