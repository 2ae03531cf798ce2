package quire.bundle;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The coded bundles of every year of the samples, of both programmes. */
@Tag("slow")
class CodedCohortTest {

    @Test
    void p05_namesNobody() {
        try (BundleHouse house = new BundleHouse()) {
            Namelessness namelessness = new Namelessness(house);
            house.codes().forEach(namelessness::assertOf);
        }
    }
}
