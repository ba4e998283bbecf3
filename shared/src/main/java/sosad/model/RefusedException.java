package sosad.model;

/** Client data that breaks a rule. The message names the rule and is fit to be shown to the user as it is. */
public final class RefusedException extends IllegalArgumentException {
    public RefusedException(String rule) {
        super(rule);
    }
}
