/** Stand-ins for panes that are not there yet. */
package sosad.app.view.placeholder;
