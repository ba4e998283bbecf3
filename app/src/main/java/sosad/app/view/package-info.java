/** The window: nodes, tables, canvases and their style. */
package sosad.app.view;
