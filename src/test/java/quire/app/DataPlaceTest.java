package quire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.core.Problem;
import quire.store.Database;
import quire.store.RecordFolder;

class DataPlaceTest {

    @TempDir
    Path folder;

    @Test
    void theDemoHasAFolderOfItsOwnThatGoesWithIt() throws Exception {
        Path demo;
        try (DataPlace place = DataPlace.of(true, null)) {
            demo = place.folder();
            Database.open(demo).close();
            assertThat(demo).isNotEmptyDirectory();
        }
        assertThat(demo).doesNotExist();
    }

    @Test
    void theDemoStaysOutOfRealData() {
        DataPlace.of(false, new RecordFolder(folder)).close();
        Database.open(folder).close();
        assertThatThrownBy(() -> DataPlace.of(true, new RecordFolder(folder)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("holds real data");
    }

    @Test
    void aRealServerStaysOutOfADemo() {
        Path named = folder.resolve("demo");
        DataPlace.of(true, new RecordFolder(named)).close();
        Database.open(named).close();
        assertThat(DataPlace.of(true, new RecordFolder(named)).folder()).isEqualTo(named);
        assertThatThrownBy(() -> DataPlace.of(false, new RecordFolder(named)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("holds the data of a demo");
    }

    @Test
    void refusesAPlaceThatCannotBeWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> DataPlace.of(true, new RecordFolder(file))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> DataPlace.of(true, new RecordFolder(folder.resolve("no/such"))))
                .isInstanceOf(Problem.class);
    }
}
