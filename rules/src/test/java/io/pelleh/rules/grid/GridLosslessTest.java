package io.pelleh.rules.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.facts.Vocabulary;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random grids of whatever people type, there and back. */
class GridLosslessTest {

    private static final long SEED = 20270110L;
    private static final int GRIDS = 200;
    private static final Vocabulary VOCABULARY = Vocabulary.builtIn();

    @Test
    void jsonXlsxAndCsvLoseNothing() {
        Random random = new Random(SEED);
        for (int i = 0; i < GRIDS; i++) {
            Grid grid = RandomGrids.next(random);
            GridJson json = new GridJson(VOCABULARY);

            assertThat(json.read(json.write(grid))).as("json %d", i).isEqualTo(grid);
            assertThat(read(CsvSheet.read(SheetWriter.csv(VOCABULARY, grid))))
                    .as("csv %d, seed %d", i, SEED)
                    .isEqualTo(grid);
            assertThat(read(XlsxSheet.read(SheetWriter.xlsx(VOCABULARY, grid))))
                    .as("xlsx %d, seed %d", i, SEED)
                    .isEqualTo(grid);
        }
    }

    private static Grid read(Sheet sheet) {
        return SheetReader.read(VOCABULARY, sheet).grid();
    }
}
