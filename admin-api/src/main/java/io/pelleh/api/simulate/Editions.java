package io.pelleh.api.simulate;

import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Fault;
import io.pelleh.api.problem.Refused;
import io.pelleh.api.simulate.RuleSource.Chosen;
import io.pelleh.engine.program.Program;
import io.pelleh.rules.RuleCompiler;
import io.pelleh.rules.reading.Problem;
import io.pelleh.rules.reading.RulesRejected;
import io.pelleh.rules.why.Reasons;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compiles chosen rules; the last few stay compiled. */
final class Editions {

    private static final int KEPT = 8;
    private static final int MAX_FAULTS = 20;

    private final Map<String, Edition> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Edition> eldest) {
            return size() > KEPT;
        }
    };

    /** @throws Refused with what is wrong about the rules */
    Edition of(Program program, Chosen chosen) {
        String key = digest(program, chosen);
        synchronized (kept) {
            Edition known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        Edition fresh = compiled(program, chosen);
        synchronized (kept) {
            kept.put(key, fresh);
        }
        return fresh;
    }

    private static Edition compiled(Program program, Chosen chosen) {
        try {
            return new Edition(
                    chosen.release(),
                    RuleCompiler.compile(chosen.release(), program.zone(), chosen.files()),
                    Reasons.of(chosen.release(), program.zone(), chosen.files()));
        } catch (RulesRejected e) {
            throw refused(e);
        }
    }

    static Refused refused(RulesRejected rejected) {
        List<Fault> faults = rejected.problems().stream()
                .limit(MAX_FAULTS)
                .map(problem -> new Fault("", "rule_rejected", words(problem)))
                .toList();
        return new Refused(Code.INVALID, "the rules cannot be compiled; validate the draft first", faults);
    }

    private static String words(Problem problem) {
        return (problem.file() + " " + problem.rule() + ": " + problem.reason()).strip();
    }

    private static String digest(Program program, Chosen chosen) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((program.zone() + " " + chosen.release()).getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> file : new TreeMap<>(chosen.files()).entrySet()) {
                digest.update((file.getKey() + " " + file.getValue().length + " ").getBytes(StandardCharsets.UTF_8));
                digest.update(file.getValue());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
