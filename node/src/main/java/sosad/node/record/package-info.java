/** The record of a live node: what its engine takes in, in files that a replay reads. */
package sosad.node.record;
