package quire.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.forms.Field;
import quire.forms.Filling;
import quire.forms.Section;
import quire.people.Actor;
import quire.people.Recordings;
import quire.portfolio.Document;
import quire.portfolio.Documents;
import quire.portfolio.Portfolio;
import quire.portfolio.Sign;
import quire.portfolio.SignOff;
import quire.portfolio.Snapshot;

/** How one paper came to stand as it does: begun, written section by section, read, given back, completed, signed. */
final class DocumentStory {

    private static final LocalTime BEGIN = LocalTime.of(9, 30);
    private static final LocalTime WRITE = LocalTime.of(11, 0);
    private static final LocalTime SAY = LocalTime.of(13, 0);
    private static final LocalTime GIVE_BACK = LocalTime.of(14, 0);
    private static final LocalTime AGAIN = LocalTime.of(15, 30);
    private static final LocalTime SIGN = LocalTime.of(16, 45);
    private static final LocalTime SETTLE = LocalTime.of(17, 0);

    private final World world;
    private final SampleDocument sample;
    private final Course course;
    private final AskedStory asked;
    private final Documents documents;
    private final Map<String, @Nullable Object> answers;
    private String id = "";
    private int revision;

    DocumentStory(World world, SamplePortfolio portfolio, SampleDocument sample) {
        this.world = world;
        this.sample = sample;
        this.documents = world.doors().documents();
        this.answers = Filling.named(sample.form(), sample.answers());
        HeadBlock head = new HeadBlock(world.cohort(), portfolio);
        Signing signing = Signing.of(sample, head.of(sample.form(), sample.row(), sample.started()));
        this.course = new Course(sample, portfolio, signing);
        this.asked = new AskedStory(world, portfolio, this, course);
    }

    /** The id that the record has given to it; empty before it was begun. */
    String id() {
        return id;
    }

    SampleDocument sample() {
        return sample;
    }

    /** @param portfolio says the id of its portfolio, once there is one */
    void tell(Diary diary, PortfolioStory portfolio) {
        diary.note(sample.started(), BEGIN, moment -> begin(portfolio.id(), moment));
        for (Section section : sample.form().sections()) {
            diary.note(course.written(section), WRITE, moment -> write(section, portfolio, moment));
        }
        asked.tell(diary, portfolio);
        for (SampleDocument.Comment comment : sample.comments()) {
            Section section = sample.form().section(comment.section());
            diary.note(comment.on(), SAY, moment -> say(section, comment.by(), comment.text(), moment));
        }
        for (SampleDocument.Return back : sample.returns()) {
            diary.note(back.on(), GIVE_BACK, moment -> giveBack(back, moment));
            course.again(back).ifPresent(day -> diary.note(day, AGAIN, moment -> completeAgain(back, moment)));
        }
        course.signatures().forEach(signature -> diary.note(signature.on(), SIGN, moment -> sign(signature, moment)));
        course.done().ifPresent(day -> diary.note(lastWord(day), SETTLE, this::settle));
    }

    private void begin(String portfolio, Diary.Moment at) {
        Actor first = writer(sample.form().sections().get(0));
        Portfolio within = world.doors().portfolios().get(portfolio);
        Document document =
                documents.start(within, sample.row().id(), sample.form(), Integer.MAX_VALUE, first, at.now(), at.day());
        id = document.id();
        revision = document.revision();
        fillIn(at);
    }

    private void write(Section section, PortfolioStory portfolio, Diary.Moment at) {
        Map<String, @Nullable Object> typed = only(section.fields().stream());
        section.fields().forEach(field -> typed.computeIfPresent(field.id(), (name, answer) -> typed(field, answer)));
        if (typed.isEmpty() && !course.isCompleted(section)) {
            return;
        }
        Optional<SampleDocument.Recorded> heard = course.asked().recorded(section.owner());
        if (heard.isPresent()) {
            writeDown(heard.get(), section, typed, portfolio, at);
        } else {
            asOwner(section, at, owner -> answer(section, typed, owner, at));
        }
    }

    /** Does something as whoever a section belongs to. */
    private void asOwner(Section section, Diary.Moment at, Consumer<Actor> what) {
        if (course.asked().request(section.owner()).isPresent()) {
            asked.visit(section.owner(), at, caller -> what.accept(caller.actor()));
        } else {
            what.accept(writer(section));
        }
    }

    private void save(Section section, Map<String, @Nullable Object> typed, Actor writer, Diary.Moment at) {
        if (!typed.isEmpty()) {
            keepFiles(typed);
            revision = documents
                    .save(id, section.id(), typed, revision, writer, at.now(), at.day())
                    .revision();
            if (section.fields().stream().anyMatch(Filling::in)) {
                fillIn(at); // now that there are entries that people have added
            }
        }
    }

    private void complete(Section section, Actor owner, Diary.Moment at) {
        if (course.isCompleted(section)) {
            documents.sections().complete(id, section.id(), owner, at.now(), at.day());
        }
    }

    /** Whoever speaks hears what was written for them, and says that these are their words. */
    private void writeDown(
            SampleDocument.Recorded heard,
            Section section,
            Map<String, @Nullable Object> typed,
            PortfolioStory portfolio,
            Diary.Moment at) {
        Recordings recordings = world.doors().people().recordings();
        Actor writer = writer(section);
        recordings.begin(portfolio.id(), id, heard.role(), heard.speaker(), writer, at.now(), at.day());
        save(section, typed, writer, at);
        recordings.confirm(portfolio.id(), id, heard.role(), heard.on(), writer, at.now(), at.day());
        complete(section, writer, at);
    }

    /** Whoever was asked for a part that nobody signs is done once they have sent it. */
    private void answer(Section section, Map<String, @Nullable Object> typed, Actor owner, Diary.Moment at) {
        save(section, typed, owner, at);
        complete(section, owner, at);
        boolean signs =
                sample.form().signOff().stream().anyMatch(step -> step.signers().contains(section.owner()));
        boolean sends = course.asked().request(section.owner()).isPresent() && !signs;
        if (sends && course.isCompleted(section)) {
            documents.requests().send(id, section.owner(), owner, at.now());
        }
    }

    private void fillIn(Diary.Moment at) {
        Map<String, @Nullable Object> filled = only(sample.form().fields().filter(Filling::in));
        if (!filled.isEmpty()) {
            revision = documents
                    .fillIn(id, filled, Actor.SYSTEM, at.now(), at.day())
                    .revision();
        }
    }

    private void say(Section section, String by, String text, Diary.Moment at) {
        world.doors().comments().add(id, section.id(), text, world.cast().actor(by), at.now());
    }

    private void giveBack(SampleDocument.Return back, Diary.Moment at) {
        Actor reader = world.cast().actor(back.by());
        documents.requests().giveBack(id, Set.copyOf(back.sections()), back.because(), reader, at.now(), at.day());
    }

    private void sign(SampleDocument.Signature signature, Diary.Moment at) {
        if (course.asked().request(signature.role()).isPresent()) {
            asked.visit(signature.role(), at, caller -> sign(signature, caller, at));
        } else {
            String signer = Objects.requireNonNull(signature.signer().person());
            sign(signature, new AskedStory.Caller(world.cast().actor(signer), AskedStory.SIGNED_IN), at);
        }
    }

    private void sign(SampleDocument.Signature signature, AskedStory.Caller signer, Diary.Moment at) {
        Document document = documents.get(id);
        SignOff.Place place = documents.signing().signOff(document, at.day()).due().stream()
                .filter(due ->
                        due.step().step() == signature.step() && due.roles().contains(signature.role()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(sample.name() + " does not wait for " + signature));
        Map<String, Digest> layouts = world.doors().layouts().apply(sample.form());
        Snapshot seen = documents.signing().preview(document, place, signature.role(), layouts, signer.actor());
        String key = "demo-" + signature.step() + "-" + signature.role();
        Sign sign = new Sign(place.key(), signature.role(), key, seen.digest(), signer.proof(), layouts);
        documents.signing().sign(id, sign, signer.actor(), at.now(), at.day());
    }

    private void completeAgain(SampleDocument.Return back, Diary.Moment at) {
        for (String id : back.sections()) {
            Section section = sample.form().section(id);
            asOwner(section, at, owner -> documents.sections().complete(this.id, id, owner, at.now(), at.day()));
        }
    }

    /** Everybody has signed, so what was said beside it has been dealt with. */
    private void settle(Diary.Moment at) {
        world.doors().comments().ofDocument(id).forEach(conversation -> {
            Section section = sample.form().section(conversation.first().section());
            world.doors().comments().dealWith(conversation.first().id(), writer(section), at.now());
        });
    }

    private LocalDate lastWord(LocalDate signed) {
        return sample.comments().stream()
                .map(SampleDocument.Comment::on)
                .reduce(signed, (one, other) -> one.isAfter(other) ? one : other);
    }

    private Actor writer(Section section) {
        return world.cast().actor(course.writer(section));
    }

    private Map<String, @Nullable Object> only(Stream<Field> fields) {
        Map<String, @Nullable Object> found = new LinkedHashMap<>();
        fields.filter(field -> answers.containsKey(field.id()))
                .forEach(field -> found.put(field.id(), answers.get(field.id())));
        return found;
    }

    /** Only what a person types; entries that the record gives are there already. */
    private static @Nullable Object typed(Field field, @Nullable Object answer) {
        return field.filledByRecord() ? answer : Filling.joined(field, answer, null);
    }

    /** The files that an answer names are handed in before it, as in the browser. */
    private void keepFiles(@Nullable Object answer) {
        if (answer instanceof Map<?, ?> map && map.get("sha256") != null && map.get("name") instanceof String name) {
            world.doors().attachments().keep(name, world.evidence(name));
        } else if (answer instanceof Map<?, ?> map) {
            map.values().forEach(this::keepFiles);
        } else if (answer instanceof List<?> list) {
            list.forEach(this::keepFiles);
        }
    }
}
