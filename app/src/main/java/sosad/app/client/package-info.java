/** A client of nodes and gateways, in the Redis protocol (RESP). */
package sosad.app.client;
