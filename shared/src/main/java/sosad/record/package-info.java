/**
 * Records of live runs: what a node's engine took in, and its states now and then, as blocks of bytes; and the replay,
 * which gives the same to a fresh engine and compares.
 */
package sosad.record;
