/** Requests to the port for clients that are wrong, as data: nodes are tested with them, and so is any other server. */
package sosad.request;
