/** Rules in English and Persian sentences, whose dictionaries are generated from the vocabulary. */
@NullMarked
package io.pelleh.rules.sentence;

import org.jspecify.annotations.NullMarked;
