/** Parts that all panes of the window share: controls, keys, colours, the theme. */
package sosad.app.view;
