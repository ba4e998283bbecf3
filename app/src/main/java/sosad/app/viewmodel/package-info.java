/** What the window shows and what its controls do, without any control or stage. */
package sosad.app.viewmodel;
