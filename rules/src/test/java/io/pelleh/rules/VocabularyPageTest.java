package io.pelleh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.rules.fixtures.Given;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class VocabularyPageTest {

    private static final Path PAGE = Path.of("../docs/vocabulary.md");

    @Test
    void theReferencePageSaysWhatTheVocabularySays() throws IOException {
        if (Boolean.getBoolean("pelleh.write")) {
            Files.writeString(PAGE, VocabularyPage.markdown());
        }

        assertThat(Files.readString(PAGE)).isEqualTo(VocabularyPage.markdown());
    }

    @Test
    void theBrowserGetsTiersSegmentsAndOwnAttributesInItsLanguage() {
        RuleBook book = RuleBook.read(
                Given.TEHRAN,
                Given.files(
                        "tiers/tiers.csv",
                        "tier\nsilver\ngold\n",
                        "segments/s.drl",
                        "rule r when Customer( orders > 3 ) then effects.segment( \"Loyal\" ); end",
                        "vocabulary/attributes.csv",
                        "path,type,unit,label_en,label_fa,values\nbasket.attributes.channel,text,,Channel,کانال,web|app\n"));

        String json = new String(VocabularyReference.json(book.terms(), "fa"), StandardCharsets.UTF_8);

        assertThat(json.replaceAll("\\s+", " "))
                .contains("\"path\" : \"basket.attributes.channel\"", "\"label\" : \"کانال\"", "[ \"web\", \"app\" ]")
                .contains("[ \"silver\", \"gold\" ]", "[ \"Loyal\" ]", "جمع سبد دست‌کم {value}[ ریال] است");
    }
}
