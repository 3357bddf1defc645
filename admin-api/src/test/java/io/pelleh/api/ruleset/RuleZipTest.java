package io.pelleh.api.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pelleh.api.problem.Refused;
import io.pelleh.rules.StarterPack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleZipTest {

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    @Test
    void theSameFilesMakeTheSameBytesAndComeBackAsTheyWere() {
        byte[] zip = RuleZip.write(StarterPack.files());

        assertThat(RuleZip.write(RuleZip.read(zip))).isEqualTo(zip);
        assertThat(RuleZip.read(zip)).containsOnlyKeys(StarterPack.files().keySet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../evil.csv", "promotions/../../evil.csv", "/etc/passwd", "C:/x.csv", "promotions\\x.csv", ".."
            })
    void aPathThatLeadsOutIsRefused(String path) throws IOException {
        byte[] zip = zip(path, new byte[1]);

        assertThatThrownBy(() -> RuleZip.read(zip)).isInstanceOf(Refused.class);
    }

    @Test
    void aBombIsRefusedBeforeItIsUnpacked() throws IOException {
        byte[] bomb = zip("promotions/x.csv", new byte[64 << 20]);

        assertThat(bomb.length).isLessThan(1 << 20);
        assertThatThrownBy(() -> RuleZip.read(bomb)).isInstanceOf(Refused.class).hasMessageContaining("more than");
    }

    @Test
    void aPathThatIsThereTwiceIsRefused() throws IOException {
        byte[] twice = RuleZip.write(Map.of("a/aa.csv", new byte[1], "a/ab.csv", new byte[2]));
        byte[] name = "a/ab.csv".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i + name.length <= twice.length; i++) {
            if (Arrays.equals(Arrays.copyOfRange(twice, i, i + name.length), name)) {
                twice[i + 3] = 'a';
            }
        }

        assertThatThrownBy(() -> RuleZip.read(twice))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("twice");
    }

    @Test
    void whatIsNoZipIsRefused() {
        assertThatThrownBy(() -> RuleZip.read("hello".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refused.class);
    }
}
