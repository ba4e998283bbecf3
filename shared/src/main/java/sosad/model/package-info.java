/** What a key-value store is made of: nodes, keys, values, versions, entries. Records that validate themselves. */
package sosad.model;
