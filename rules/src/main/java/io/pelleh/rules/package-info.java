/** The rules: compiled, checked, evaluated and published with Drools. */
@NullMarked
package io.pelleh.rules;

import org.jspecify.annotations.NullMarked;
