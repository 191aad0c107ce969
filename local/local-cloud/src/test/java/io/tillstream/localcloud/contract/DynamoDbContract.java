package io.tillstream.localcloud.contract;

import java.net.URI;

/** What clients of DynamoDB may rely on. */
public interface DynamoDbContract
        extends BatchContract,
                ChangeStreamContract,
                ExpressionContract,
                IndexContract,
                ItemContract,
                LegacyContract,
                PartiQlContract,
                QueryContract,
                TableContract,
                TransactionContract {

    @Override
    URI endpoint();
}
