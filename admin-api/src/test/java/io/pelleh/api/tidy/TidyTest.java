package io.pelleh.api.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every source file of every module keeps the limits on shape in {@link Rule}. */
class TidyTest {

    /** Key as printed by the failure, then why this one may pass the limit. An entry that is no longer needed fails. */
    private static final Map<String, String> EXCEPTIONS = Map.of();

    private final SourceTree sources = SourceTree.ofThisBuild();

    @Test
    void everySourceFileKeepsTheLimits() {
        List<Finding> findings = allFindings().stream()
                .filter(finding -> !EXCEPTIONS.containsKey(finding.key()))
                .toList();

        assertThat(findings).isEmpty();
    }

    @Test
    void everyExceptionIsStillNeededAndHasAReason() {
        Set<String> keys = allFindings().stream().map(Finding::key).collect(Collectors.toSet());

        assertThat(keys).containsAll(EXCEPTIONS.keySet());
        assertThat(EXCEPTIONS.values()).noneMatch(String::isBlank);
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() {
        List<Finding> findings = sources.mainPackages().stream()
                .map(folder -> folder.resolve("package-info.java"))
                .filter(file -> !sources.exists(file) || !describesItsPackage(sources.read(file)))
                .map(file -> new Finding(file, 1, "package", Rule.PACKAGE_INFO, 1))
                .toList();

        assertThat(findings).isEmpty();
    }

    private List<Finding> allFindings() {
        return sources.javaFiles().stream()
                .flatMap(file -> findingsIn(file).stream())
                .toList();
    }

    private List<Finding> findingsIn(Path file) {
        return new Measurement(file, sources.read(file)).findings();
    }

    private static boolean describesItsPackage(String source) {
        return source.contains("@NullMarked") && source.contains("/**");
    }
}
