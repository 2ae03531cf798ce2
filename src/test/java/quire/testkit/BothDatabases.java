package quire.testkit;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** What {@link OnBothDatabases} means. */
final class BothDatabases implements ClassTemplateInvocationContextProvider {

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
        return Stream.of(TestDatabase.Kind.values()).map(On::new);
    }

    /** One of the two runs of a class. */
    private record On(TestDatabase.Kind kind) implements ClassTemplateInvocationContext, ParameterResolver {

        @Override
        public String getDisplayName(int invocation) {
            return kind.toString();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TestDatabase.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return home(context)
                    .getStore(ExtensionContext.Namespace.create(BothDatabases.class))
                    .getOrComputeIfAbsent(kind, TestDatabase::of);
        }

        private static ExtensionContext home(ExtensionContext context) {
            boolean shared = context.getRequiredTestClass()
                    .getAnnotation(OnBothDatabases.class)
                    .shared();
            ExtensionContext home = context;
            while (shared && home.getTestMethod().isPresent()) {
                home = home.getParent().orElseThrow();
            }
            return home;
        }
    }
}
