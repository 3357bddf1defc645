/** What rules may say: operators by type, the verbs of effects, a shop's own attributes, and the values of a release. */
@NullMarked
package io.pelleh.rules.vocabulary;

import org.jspecify.annotations.NullMarked;
