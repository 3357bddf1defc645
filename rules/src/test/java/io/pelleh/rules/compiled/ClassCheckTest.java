package io.pelleh.rules.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class ClassCheckTest {

    @Test
    void aClassThatReachesOutIsSeenByItsReferences() throws IOException {
        assertThat(ClassCheck.barred(bytes(Reaching.class))).contains("java/lang/System.getenv", "java/lang/Thread");
    }

    @Test
    void aClassThatOnlyComparesIsNot() throws IOException {
        assertThat(ClassCheck.barred(bytes(Comparing.class)))
                .containsOnly(
                        Comparing.class.getName().replace('.', '/'),
                        ClassCheckTest.class.getName().replace('.', '/'));
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        try (InputStream in = ClassCheckTest.class.getResourceAsStream(
                type.getName().substring(type.getPackageName().length() + 1) + ".class")) {
            return java.util.Objects.requireNonNull(in).readAllBytes();
        }
    }

    /** What no rule may do. */
    static final class Reaching {
        void reach() {
            new Thread(() -> System.getenv(Runtime.version().toString())).start();
        }
    }

    /** What rules do. */
    static final class Comparing {
        boolean compare(String one, Long other) {
            return one.equals("gold") && other > 5;
        }
    }
}
