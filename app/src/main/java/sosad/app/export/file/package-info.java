/** Files that reports are written to. */
package sosad.app.export.file;
