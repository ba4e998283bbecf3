package sosad.app.viewmodel.faults;

import sosad.app.viewmodel.HandsOnViewModel;
import sosad.app.viewmodel.LabViewModel;
import sosad.app.viewmodel.LiveViewModel;

/**
 * What is wrong with the cluster, section by section.
 *
 * @param rules the rules in force
 * @param form a rule to be set
 * @param links the links that are cut
 * @param healing the way back to a whole cluster
 * @param live a cluster that runs by its own clocks
 * @param liveForm a fault to be done to it
 */
public record FaultsViewModel(
        RulesViewModel rules,
        RuleFormViewModel form,
        CutLinksViewModel links,
        HealingViewModel healing,
        LiveViewModel live,
        FaultFormViewModel liveForm) {
    public FaultsViewModel(LabViewModel state, HandsOnViewModel hands, LiveViewModel live) {
        this(
                new RulesViewModel(state, hands),
                new RuleFormViewModel(state, hands),
                new CutLinksViewModel(state, hands),
                new HealingViewModel(state, hands),
                live,
                new FaultFormViewModel(live));
    }
}
