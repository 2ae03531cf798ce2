package quire.merge.html;

import com.github.mustachejava.Binding;
import com.github.mustachejava.Code;
import com.github.mustachejava.Iteration;
import com.github.mustachejava.ObjectHandler;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.util.Wrapper;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quire.merge.Scope;
import quire.merge.Value;

/**
 * How Mustache.java meets our values: it walks lists and asks for truth, and can do nothing else to them. Keys are looked
 * up by our own codes, so nothing here ever looks into an object.
 */
final class ValueHandler implements ObjectHandler {

    @Override
    public Writer iterate(Iteration iteration, Writer writer, Object object, List<Object> scopes) {
        Scope scope = (Scope) scopes.get(scopes.size() - 1);
        if (object instanceof Value.Items list) {
            List<Value> items = list.items();
            Writer last = writer;
            for (int i = 0; i < items.size(); i++) {
                last = iteration.next(last, scope.item(items.get(i), i, items.size()), scopes);
            }
            return last;
        }
        Value value = (Value) object;
        return value.truthy() ? iteration.next(writer, scope.within(value), scopes) : writer;
    }

    @Override
    public Writer falsey(Iteration iteration, Writer writer, @Nullable Object object, List<Object> scopes) {
        boolean truthy = object instanceof Value value && value.truthy();
        return truthy ? writer : iteration.next(writer, object, scopes);
    }

    @Override
    public @Nullable Binding createBinding(@Nullable String name, @Nullable TemplateContext context, Code code) {
        return null;
    }

    @Override
    public Wrapper find(String name, List<Object> scopes) {
        throw new UnsupportedOperationException("Keys are found in a Scope");
    }

    @Override
    public Object coerce(Object object) {
        throw new UnsupportedOperationException("Values are never coerced");
    }

    @Override
    public String stringify(Object object) {
        throw new UnsupportedOperationException("Values are printed by their tag");
    }
}
