package io.tillstream.warehouse.load;

/**
 * How Redshift reads from S3.
 *
 * @param iamRole the ARN of the role that may read the staging area, or {@code default}
 * @param region where the staging area is
 */
public record RedshiftAccess(String iamRole, String region) {

    public RedshiftAccess {
        if (!iamRole.matches("default|arn:[A-Za-z0-9:/_+=,.@-]+")) {
            throw new IllegalArgumentException("Not the ARN of an IAM role: " + iamRole);
        }
        if (!region.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("Not the name of a region: " + region);
        }
    }

    /** As a clause of COPY. */
    String clause() {
        String role = iamRole.equals("default") ? "default" : "'" + iamRole + "'";
        return "IAM_ROLE " + role + " REGION '" + region + "'";
    }
}
