/** The command that sends files to a running server and shows how their import fares. */
@NullMarked
package io.pelleh.api.imports.command;

import org.jspecify.annotations.NullMarked;
