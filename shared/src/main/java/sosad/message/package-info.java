/** The messages between processes: peer messages, and the commands and reports of the control connection. */
package sosad.message;
