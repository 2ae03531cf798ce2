package quire.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.forms.Form;
import quire.forms.RecordBlock;
import quire.programme.Programme;
import quire.programme.Row;
import quire.programme.Stage;

/** What the record knows of the person whose paper it is: the block at its head. */
final class HeadBlock {

    private final Cohort cohort;
    private final SamplePortfolio portfolio;

    HeadBlock(Cohort cohort, SamplePortfolio portfolio) {
        this.cohort = cohort;
        this.portfolio = portfolio;
    }

    /** The block of one paper; only what its form has a place for. */
    Map<String, @Nullable Object> of(Form form, Row row, LocalDate day) {
        RecordBlock block = form.record();
        if (block == null) {
            return Map.of();
        }
        Map<String, @Nullable Object> facts = person(day);
        facts.put("period", period(row));
        facts.keySet()
                .retainAll(block.fields().stream().map(field -> field.id()).toList());
        return facts;
    }

    private Map<String, @Nullable Object> person(LocalDate day) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        Optional<Member> nqsw = member(portfolio.nqsw());
        Optional<Employer> employer = cohort.organisations().stream()
                .filter(one -> one.id().equals(portfolio.employer()))
                .findFirst();
        facts.put("nqsw_name", nqsw.map(Member::name).orElse(""));
        facts.put("swe_number", nqsw.map(Member::registration).orElse(""));
        facts.put("employer", employer.map(Employer::name).orElse(""));
        facts.put("employer_address", employer.map(Employer::address).orElse(""));
        facts.put("team", portfolio.team());
        facts.put("setting", portfolio.setting());
        facts.put("route", portfolio.programme().basis().route());
        for (String role : new String[] {"assessor", "manager", "coordinator"}) {
            facts.put(
                    role + "_name",
                    portfolio
                            .holder(role, day)
                            .flatMap(this::member)
                            .map(Member::name)
                            .orElse(""));
        }
        facts.put("start_date", portfolio.dates().start().toString());
        facts.put("end_date", portfolio.end().toString());
        facts.put("portfolio_code", portfolio.code());
        return facts;
    }

    private String period(Row row) {
        Programme programme = portfolio.programme();
        return row.stage() == null
                ? "The whole year"
                : programme.timeline().stage(row.stage()).map(Stage::title).orElse("");
    }

    private Optional<Member> member(String id) {
        return cohort.people().stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
