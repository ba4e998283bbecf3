/** What the view Compare shows. */
package sosad.app.viewmodel.compare;
