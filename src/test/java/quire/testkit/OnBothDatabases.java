package quire.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every test of this class runs twice, on SQLite and on PostgreSQL, each time with a place of its own for its record,
 * which is there as a parameter:
 *
 * <pre>{@code
 * @BeforeEach
 * void open(TestDatabase place) {
 *     database = place.open();
 * }
 * }</pre>
 *
 * The place is emptied after the test, and what it has opened is closed; one that is shared, after the last test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(BothDatabases.class)
public @interface OnBothDatabases {

    /** Whether all tests of the class share one place on each database: for tests that each make what they need. */
    boolean shared() default false;
}
