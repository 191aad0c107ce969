package io.tillstream.loader.warehouse;

import io.tillstream.warehouse.load.LoadObject;
import io.tillstream.warehouse.load.ObjectContents;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Reads objects from S3. */
final class S3Contents implements ObjectContents {

    private final S3Client s3;

    S3Contents(S3Client s3) {
        this.s3 = s3;
    }

    @Override
    public InputStream open(LoadObject object) throws IOException {
        try {
            return s3.getObject(request -> request.bucket(object.bucket()).key(object.key()));
        } catch (NoSuchKeyException gone) {
            throw new FileNotFoundException("The object is gone");
        }
    }
}
