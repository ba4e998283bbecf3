/** The view Compare: a form, a table of rules and ghosts, a chart. */
package sosad.app.view.compare;
