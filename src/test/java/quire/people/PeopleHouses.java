package quire.people;

import java.util.EnumMap;
import java.util.Map;
import quire.testkit.TestDatabase;

/** A house on each database, for properties: these are given the kind of database like any other value. */
final class PeopleHouses implements AutoCloseable {

    private final Map<TestDatabase.Kind, PeopleHouse> houses = new EnumMap<>(TestDatabase.Kind.class);

    PeopleHouse on(TestDatabase.Kind kind) {
        return houses.computeIfAbsent(kind, PeopleHouse::on);
    }

    @Override
    public void close() {
        houses.values().forEach(PeopleHouse::close);
    }
}
