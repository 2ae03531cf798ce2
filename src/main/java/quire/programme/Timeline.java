package quire.programme;

import java.util.List;
import java.util.Optional;

/**
 * The dates and parts of a year.
 *
 * @param milestones in their order
 * @param stages in their order
 * @param workingDays which days people work
 */
public record Timeline(List<Milestone> milestones, List<Stage> stages, WorkingDays workingDays) {

    public Timeline {
        milestones = List.copyOf(milestones);
        stages = List.copyOf(stages);
    }

    public Optional<Milestone> milestone(String id) {
        return milestones.stream()
                .filter(milestone -> milestone.id().equals(id))
                .findFirst();
    }

    public Optional<Stage> stage(String id) {
        return stages.stream().filter(stage -> stage.id().equals(id)).findFirst();
    }
}
