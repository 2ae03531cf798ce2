package quire.web.paper;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.core.Problem;
import quire.merge.Pictures;
import quire.merge.Value;
import quire.portfolio.Attachments;
import quire.web.frame.Posted;

/** The files that came with one page, taken in as the questions ask for them. */
public final class Uploads {

    /** What a drawn signature or a logo needs, and some. */
    private static final int MOST_OF_A_PICTURE = 2_000_000;

    private final Posted posted;
    private final Attachments attachments;
    private final Map<String, String> errors = new LinkedHashMap<>();

    public Uploads(Posted posted, Attachments attachments) {
        this.posted = posted;
        this.attachments = attachments;
    }

    /** What was wrong with files, by the name of the question. */
    public Map<String, String> errors() {
        return errors;
    }

    /** The new file of a question, as the answer keeps it; null if there is none that can be kept. */
    @Nullable
    Map<String, @Nullable Object> file(String name) {
        Posted.PostedFile file = posted.file(name + ".new").orElse(null);
        if (file == null) {
            return null;
        }
        try {
            Attachments.Attachment kept = attachments.keep(file.name(), file.bytes());
            Map<String, @Nullable Object> answer = new LinkedHashMap<>();
            answer.put("name", file.name());
            answer.put("sha256", kept.digest().hex());
            answer.put("size", BigDecimal.valueOf(kept.size()));
            answer.put("description", posted.one(name + ".new.description").strip());
            return answer;
        } catch (Problem refused) {
            errors.put(name, refused.getMessage());
            return null;
        }
    }

    /** The new picture of a question, as the answer keeps it; null if there is none that can be kept. */
    @Nullable
    String picture(String name) {
        Optional<Posted.PostedFile> file = posted.file(name + ".new");
        if (file.isEmpty()) {
            return null;
        }
        byte[] bytes = file.get().bytes();
        if (bytes.length > MOST_OF_A_PICTURE) {
            errors.put(name, "The selected picture must be smaller than " + MOST_OF_A_PICTURE / 1_000_000 + "MB");
            return null;
        }
        try {
            attachments.scan(bytes);
        } catch (Problem refused) {
            errors.put(name, refused.getMessage());
            return null;
        }
        return picture(name, bytes);
    }

    private @Nullable String picture(String name, byte[] bytes) {
        try {
            Value.Picture picture = Pictures.read(bytes, "");
            return "data:" + picture.format().mime() + ";base64,"
                    + Base64.getEncoder().encodeToString(bytes);
        } catch (Problem refused) {
            errors.put(name, "The selected file must be a JPG or PNG picture");
            return null;
        }
    }
}
