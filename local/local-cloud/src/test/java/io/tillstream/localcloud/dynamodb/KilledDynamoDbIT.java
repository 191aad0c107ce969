package io.tillstream.localcloud.dynamodb;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledDynamoDbIT {

    private static final int ROUNDS = 3;

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedIsThereWholeAfterAKill() throws IOException {
        for (int round = 1; round <= ROUNDS; round++) {
            new KillRound(folder, round).play();
        }
    }
}
