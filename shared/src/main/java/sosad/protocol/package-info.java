/**
 * The SOSAD protocol as a pure core: inputs in, messages out. No sockets, no threads, no clock and no chance in here:
 * time comes in as a parameter and the caller does all input and output. The rules are explained in
 * {@code docs/protocol.md}.
 */
package sosad.protocol;
