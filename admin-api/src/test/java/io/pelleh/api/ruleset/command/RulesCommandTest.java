package io.pelleh.api.ruleset.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.rules.StarterPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void starterPack() throws IOException {
        for (Map.Entry<String, byte[]> file : StarterPack.files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    private void replace(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        Files.writeString(path, Files.readString(path).replace(from, to));
    }

    @Test
    void aGoodFolderEndsWithZero() {
        assertThat(RulesCommand.validate(folder.toString())).isZero();
        assertThat(RulesCommand.test(folder.toString())).isZero();
    }

    @Test
    void aBrokenRuleEndsWithOne() throws IOException {
        replace("promotions/welcome.drl", "total", "tootal");

        assertThat(RulesCommand.validate(folder.toString())).isEqualTo(1);
    }

    @Test
    void aScenarioThatFailsEndsTheTestWithOneAndTheValidationWithZero() throws IOException {
        replace("promotions/upsell.csv", "4950000", "4900000");

        assertThat(RulesCommand.validate(folder.toString())).isZero();
        assertThat(RulesCommand.test(folder.toString())).isEqualTo(1);
    }

    @Test
    void wrongArgumentsEndWithTwo() {
        assertThat(RulesCommand.validate()).isEqualTo(2);
        assertThat(RulesCommand.validate(folder.resolve("nothing").toString())).isEqualTo(2);
        assertThat(RulesCommand.test("--wrong", folder.toString())).isEqualTo(2);
    }
}
