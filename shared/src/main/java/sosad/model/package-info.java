/** The parts of a key-value store: nodes, keys, values, versions, entries. Records that validate themselves. */
package sosad.model;
