package quire.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.core.Json;
import quire.testkit.WebHouse;
import quire.web.frame.Pages;
import quire.web.frame.Route;
import quire.web.frame.Rule;

/** The description of the interface is the interface. */
class OpenApiTest {

    @TempDir
    Path data;

    @Test
    void describesEveryAddressForProgramsAndNoOther() throws IOException {
        Set<String> described = new TreeSet<>();
        Map<?, ?> paths = (Map<?, ?>) requireNonNull(description().get("paths"));
        paths.forEach((path, methods) -> ((Map<?, ?>) methods)
                .keySet().stream()
                        .map(String.class::cast)
                        .filter(method -> !method.equals("parameters"))
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        Set<String> routed = new TreeSet<>();
        try (WebHouse house = WebHouse.open(data)) {
            WebSettings settings = WebSettings.local(0);
            Routes.of(settings, house.rooms(), new Pages("Quire", "/assets", house.rooms())).stream()
                    .filter(route -> isForPrograms(route.path()) || isForBoth(route))
                    .forEach(route -> routed.add(route.method().name() + " " + route.path()));
        }
        assertThat(described).isEqualTo(routed);
    }

    /** What people send from a page, and programs as they like. */
    private static boolean isForBoth(Route route) {
        return route.rule().kind() == Rule.Kind.ANYWHERE;
    }

    private static boolean isForPrograms(String path) {
        return path.startsWith("/api/") || path.equals("/openapi.json") || path.equals("/health");
    }

    @Test
    void pointsNowhereThatIsNotThere() throws IOException {
        Map<String, @Nullable Object> description = description();
        Matcher reference = Pattern.compile("\"\\$ref\":\"#/([^\"]+)\"").matcher(Json.write(description));
        List<String> references = new ArrayList<>();
        while (reference.find()) {
            references.add(reference.group(1));
            Object target = description;
            for (String step : reference.group(1).split("/", -1)) {
                target = ((Map<?, ?>) requireNonNull(target)).get(step);
            }
            assertThat(target).as(reference.group(1)).isNotNull();
        }
        assertThat(references).isNotEmpty();
    }

    private static Map<String, @Nullable Object> description() throws IOException {
        try (InputStream file = requireNonNull(OpenApiTest.class.getResourceAsStream("/quire/web/openapi.json"))) {
            return Json.readObject(new String(file.readAllBytes(), UTF_8), "openapi.json");
        }
    }
}
