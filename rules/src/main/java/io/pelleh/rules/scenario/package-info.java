/** Scenarios: examples that stand beside the rules and are run by the build and before a release. */
@NullMarked
package io.pelleh.rules.scenario;

import org.jspecify.annotations.NullMarked;
