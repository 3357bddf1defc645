package io.pelleh.api.wiring;

import io.pelleh.api.ruleset.ReleaseStore;
import io.pelleh.api.ruleset.Releases;
import io.pelleh.api.vocabulary.Vocabularies;
import io.pelleh.engine.program.Programs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What rules may say, read from the files of releases. */
@Configuration(proxyBeanMethods = false)
class VocabularyWiring {

    @Bean
    Vocabularies vocabularies(Releases releases, Programs programs, ReleaseStore store) {
        return new Vocabularies(releases, programs, store::files);
    }
}
