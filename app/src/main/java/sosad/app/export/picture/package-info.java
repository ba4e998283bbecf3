/** The diagram and the stage as pictures outside the window: shapes, and their forms as SVG and PNG. */
package sosad.app.export.picture;
