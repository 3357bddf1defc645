package io.pelleh.api.embedded;

import java.io.Serial;
import java.nio.file.Path;

/** Another live instance holds the data folder. */
public final class DataFolderInUse extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    DataFolderInUse(Path folder, String holder) {
        super(
                "Data folder %s is in use by %s. Stop that one first, or give this one a folder of its own with pelleh.data-folder."
                        .formatted(folder, holder));
    }
}
