/** The process: its entry, its options, its exit codes. */
package sosad.node.main;
