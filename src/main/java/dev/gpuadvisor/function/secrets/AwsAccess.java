package dev.gpuadvisor.function.secrets;

import java.io.IOException;
import java.net.URI;
import java.util.function.UnaryOperator;

/**
 * Where the parameter store is and as whom it is asked, as Lambda tells a function.
 *
 * @param endpoint the region's own, unless the environment names another one as AWS's SDKs have it
 * @param sessionToken empty for keys that do not expire
 */
record AwsAccess(
    String region, URI endpoint, String accessKeyId, String secretAccessKey, String sessionToken) {

  static AwsAccess from(UnaryOperator<String> environment) throws IOException {
    String region = required(environment, "AWS_REGION");
    return new AwsAccess(
        region,
        URI.create(endpoint(environment, region)),
        required(environment, "AWS_ACCESS_KEY_ID"),
        required(environment, "AWS_SECRET_ACCESS_KEY"),
        orElse(environment.apply("AWS_SESSION_TOKEN"), ""));
  }

  private static String endpoint(UnaryOperator<String> environment, String region) {
    String domain = region.startsWith("cn-") ? ".amazonaws.com.cn" : ".amazonaws.com";
    String usual = orElse(environment.apply("AWS_ENDPOINT_URL"), "https://ssm." + region + domain);
    return orElse(environment.apply("AWS_ENDPOINT_URL_SSM"), usual);
  }

  private static String required(UnaryOperator<String> environment, String name)
      throws IOException {
    String value = orElse(environment.apply(name), "");
    if (value.isEmpty()) {
      throw new IOException(name + " is not set");
    }
    return value;
  }

  private static String orElse(String value, String other) {
    return value == null || value.isBlank() ? other : value;
  }

  /** Keys do not belong into logs. */
  @Override
  public String toString() {
    return "AwsAccess[" + region + ", " + endpoint + "]";
  }
}
