/** Logs of operations in files: Jepsen's histories in EDN, and JSON lines, which are also read back. */
package sosad.app.export.log;
