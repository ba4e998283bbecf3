package sosad.app.viewmodel;

/**
 * What is wrong with the cluster, section by section.
 *
 * @param rules the rules in force
 * @param form a rule to be set
 * @param links the links that are cut
 * @param healing the way back to a whole cluster
 */
public record FaultsViewModel(
        RulesViewModel rules, RuleFormViewModel form, CutLinksViewModel links, HealingViewModel healing) {
    public FaultsViewModel(LabViewModel state, HandsOnViewModel hands) {
        this(
                new RulesViewModel(state, hands),
                new RuleFormViewModel(state, hands),
                new CutLinksViewModel(state, hands),
                new HealingViewModel(state, hands));
    }
}
