/** The view Measure without a window: which run is shown, over which part of time, and beside which other. */
package sosad.app.viewmodel.measure;
