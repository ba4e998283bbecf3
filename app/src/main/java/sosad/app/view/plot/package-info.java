/** The operation plot and charts of lines, drawn on canvases. */
package sosad.app.view.plot;
