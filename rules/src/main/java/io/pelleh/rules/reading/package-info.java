/** From files to rules: tables, sentences and DRL, read, checked and turned into one model. */
@NullMarked
package io.pelleh.rules.reading;

import org.jspecify.annotations.NullMarked;
