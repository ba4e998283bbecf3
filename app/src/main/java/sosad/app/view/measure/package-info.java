/** The view Measure: the operation plot and charts of what is measured. */
package sosad.app.view.measure;
