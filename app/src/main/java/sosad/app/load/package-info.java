/** Clients that write and read while a cluster is under faults, and know afterwards what must be there. */
package sosad.app.load;
