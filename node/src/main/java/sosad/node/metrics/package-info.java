/** The metrics of a node for Prometheus, loaded only on demand. */
package sosad.node.metrics;
