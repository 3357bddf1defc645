package io.pelleh.api.vocabulary;

import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Fault;
import io.pelleh.api.problem.Refused;
import io.pelleh.api.security.Caller;
import io.pelleh.api.security.Needs;
import io.pelleh.api.security.Role;
import io.pelleh.api.security.Scope;
import io.pelleh.rules.VocabularyReference;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The vocabulary of the caller's program. */
@RestController
class VocabularyController {

    private static final Set<String> LANGUAGES = Set.of("en", "fa");

    private final Vocabularies vocabularies;

    VocabularyController(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    @Needs(
            value = {Scope.DECIDE, Scope.INGEST},
            roles = Role.VIEWER)
    @GetMapping(path = "/v1/vocabulary", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] vocabulary(Caller caller, @RequestParam(defaultValue = "en") String lang) {
        if (!LANGUAGES.contains(lang)) {
            throw Refused.because(
                    Code.INVALID_PARAMETER, new Fault("lang", "unknown_value", "the languages are en and fa"));
        }
        return VocabularyReference.json(vocabularies.inForce(caller.program()), lang);
    }
}
