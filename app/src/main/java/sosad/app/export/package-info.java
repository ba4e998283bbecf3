/** A run in all the forms in which it can be taken away. */
package sosad.app.export;
