package quire.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Json;

/**
 * What is kept with work in hand, as JSON. The library would otherwise write objects as Java does, and reading those lets
 * whoever can write the table run what they like.
 */
final class JsonData implements Serializer {

    @Override
    @SuppressWarnings("unchecked")
    public byte @Nullable [] serialize(@Nullable Object data) {
        return data == null
                ? null
                : Json.write((Map<String, @Nullable Object>) data).getBytes(UTF_8);
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] written) {
        return written == null ? null : type.cast(Json.readObject(new String(written, UTF_8), "work in hand"));
    }
}
