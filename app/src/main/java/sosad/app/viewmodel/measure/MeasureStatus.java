package sosad.app.viewmodel.measure;

/** What the view Measure has to show. */
public enum MeasureStatus {
    /** No run, and no cluster that stands ready. */
    NO_CLUSTER,
    /** No run, and no clock that runs. */
    NOTHING,
    /** A live cluster at which no client has asked anything yet. */
    NO_CLIENTS,
    /** A file is being read. */
    READING,
    /** A run. */
    RUN
}
