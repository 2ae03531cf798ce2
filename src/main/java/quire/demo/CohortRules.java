package quire.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import quire.people.Role;
import quire.yaml.Part;

/** The file of the cohort names only what is there. */
final class CohortRules {

    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::word).toList();

    private CohortRules() {}

    static void check(Part root, Cohort cohort, Path samples) {
        List<String> organisations =
                cohort.organisations().stream().map(Employer::id).toList();
        List<String> people = cohort.people().stream().map(Member::id).toList();
        Names.checkOnce(root.member("organisations").entries(), "id");
        for (String key : List.of("id", "registration", "email")) {
            Names.checkOnce(root.member("people").entries(), key);
        }
        for (Part organisation : root.member("organisations").entries()) {
            Names.checkKnown(organisation.member("member_of"), "organisation", organisations);
            checkPicture(organisation.member("logo"), samples);
        }
        for (Part person : root.member("people").entries()) {
            Names.checkKnown(person.member("organisation"), "organisation", organisations);
            person.member("roles").entries().forEach(role -> Names.checkKnown(role, "role", ROLES));
        }
        root.member("introductions").entries().forEach(one -> Names.checkKnown(one.member("person"), "person", people));
        for (Part panel : root.member("panels").entries()) {
            Names.checkKnown(panel.member("chair"), "person", people);
            panel.member("members").entries().forEach(member -> Names.checkKnown(member, "person", people));
            panel.member("moderators").members().values().forEach(one -> Names.checkKnown(one, "person", people));
        }
    }

    private static void checkPicture(Part logo, Path samples) {
        String name = logo.text();
        if (name != null && !Files.isRegularFile(samples.resolve("pictures").resolve(name))) {
            logo.fault("missing", "There is no picture “" + name + "” in the folder “pictures”.");
        }
    }
}
